using System.Globalization;
using System.Numerics;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Tests.Webhooks.Signatures;

public sealed class Ed25519PublicKeyTests
{
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);

    /// <summary>RFC 8032, section 7.1: key, message, signature.</summary>
    private static readonly string[][] Published =
    [
        [
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ],
        [
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ],
        [
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ],
        [
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
        ],
    ];

    [TestCaseSource(nameof(Published))]
    public void A_published_signature_verifies(string key, string message, string signature)
    {
        var publicKey = Ed25519PublicKey.Decode(Bytes(key))!;

        publicKey.Verify(Bytes(signature), default, Bytes(message)).Should().BeTrue();
        publicKey.Verify(Bytes(signature), Bytes(message), default).Should().BeTrue("prefix and body are one message");
        publicKey.Verify(Bytes(signature), Bytes(message), new byte[1]).Should().BeFalse();
    }

    [Test]
    public void A_message_may_be_split_anywhere()
    {
        var (key, message, signature) = (Ed25519PublicKey.Decode(Bytes(Published[3][0]))!, Bytes(Published[3][1]), Bytes(Published[3][2]));
        for (var at = 0; at <= message.Length; at += 16)
        {
            key.Verify(signature, message.AsSpan(0, at), message.AsSpan(at)).Should().BeTrue();
        }
    }

    [Test]
    public void No_bit_of_a_signature_can_be_changed()
    {
        var (key, message, signature) = (Ed25519PublicKey.Decode(Bytes(Published[2][0]))!, Bytes(Published[2][1]), Bytes(Published[2][2]));
        for (var bit = 0; bit < signature.Length * 8; bit += 7)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));

            key.Verify(signature, default, message).Should().BeFalse("bit {0} was changed", bit);
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        key.Verify(signature, default, message).Should().BeTrue();
    }

    [Test]
    public void The_keys_of_others_do_not_verify()
    {
        foreach (var other in Published.Skip(1))
        {
            Ed25519PublicKey.Decode(Bytes(other[0]))!.Verify(Bytes(Published[0][2]), default, default).Should().BeFalse();
        }
    }

    [Test]
    public void A_second_writing_of_the_same_signature_is_refused([Values(1, 2, 15)] int times)
    {
        var signature = Bytes(Published[0][2]);
        var response = new BigInteger([.. signature[32..], 0]) + (times * Order);
        var written = response.ToByteArray();
        Array.Clear(signature, 32, 32);
        written.AsSpan(0, Math.Min(32, written.Length)).CopyTo(signature.AsSpan(32));

        Ed25519PublicKey.Decode(Bytes(Published[0][0]))!.Verify(signature, default, default).Should().BeFalse();
    }

    [Test]
    public void A_signature_of_another_length_is_refused([Values(0, 1, 63, 65, 128)] int length)
    {
        var signature = new byte[length];
        Bytes(Published[0][2]).AsSpan(0, Math.Min(64, length)).CopyTo(signature);

        Ed25519PublicKey.Decode(Bytes(Published[0][0]))!.Verify(signature, default, default).Should().BeFalse();
    }

    /// <summary>All eight points of small order: with one of them as the key, one signature fits many messages.</summary>
    [TestCase("0100000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000080")]
    [TestCase("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    [TestCase("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85")]
    [TestCase("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")]
    [TestCase("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa")]
    public void A_point_of_small_order_is_no_key(string key)
    {
        EdwardsPoint.TryDecode(Bytes(key), out var point).Should().BeTrue("the encoding is sound");
        point.IsOfSmallOrder.Should().BeTrue();
        Ed25519PublicKey.Decode(Bytes(key)).Should().BeNull();
    }

    [TestCase("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", TestName = "y is the prime: zero, written otherwise")]
    [TestCase("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", TestName = "y is above the prime: one, written otherwise")]
    [TestCase("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", TestName = "y is the largest there is room for")]
    [TestCase("f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", TestName = "y is three, written otherwise")]
    [TestCase("0100000000000000000000000000000000000000000000000000000000000080", TestName = "x is zero with a sign")]
    [TestCase("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", TestName = "x is zero with a sign, at minus one")]
    [TestCase("0200000000000000000000000000000000000000000000000000000000000000", TestName = "no point has this y")]
    [TestCase("0700000000000000000000000000000000000000000000000000000000000080", TestName = "nor this one")]
    [TestCase("", TestName = "nothing")]
    [TestCase("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751", TestName = "too short")]
    [TestCase("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00", TestName = "too long")]
    public void What_is_not_the_only_encoding_of_a_point_is_no_key(string key)
    {
        EdwardsPoint.TryDecode(Bytes(key), out _).Should().BeFalse();
        Ed25519PublicKey.Decode(Bytes(key)).Should().BeNull();
    }

    [Test]
    public void A_point_comes_out_as_it_went_in()
    {
        var random = new Random(8032);
        Span<byte> encoded = stackalloc byte[EdwardsPoint.Size];
        var found = 0;
        while (found < 20)
        {
            var bytes = new byte[EdwardsPoint.Size];
            random.NextBytes(bytes);
            if (!EdwardsPoint.TryDecode(bytes, out var point))
            {
                continue;
            }

            found++;
            point.Encode(encoded);
            encoded.ToArray().Should().Equal(bytes);
            point.IsOfSmallOrder.Should().BeFalse();
            point.Add(point.Negate()).IsOfSmallOrder.Should().BeTrue("the neutral point is");
        }
    }

    [Test]
    public void Multiplying_is_adding_again_and_again()
    {
        var sum = EdwardsPoint.Identity;
        Span<byte> encodedSum = stackalloc byte[EdwardsPoint.Size];
        Span<byte> encodedProduct = stackalloc byte[EdwardsPoint.Size];
        var times = new byte[32];
        for (byte i = 0; i < 20; i++)
        {
            times[0] = i;
            sum.Encode(encodedSum);
            EdwardsPoint.MultiplyAndAdd(times, EdwardsPoint.Base, new byte[32], EdwardsPoint.Identity).Encode(encodedProduct);
            encodedProduct.ToArray().Should().Equal(encodedSum.ToArray());
            sum = sum.Add(EdwardsPoint.Base);
        }

        EdwardsField.Write(Order, times);
        EdwardsPoint.MultiplyAndAdd(times, EdwardsPoint.Base, times, EdwardsPoint.Base.Negate()).Encode(encodedProduct);
        encodedProduct[0].Should().Be(1, "the order of the base point leads to the neutral one");
        encodedProduct[1..].ToArray().Should().OnlyContain(value => value == 0);
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
