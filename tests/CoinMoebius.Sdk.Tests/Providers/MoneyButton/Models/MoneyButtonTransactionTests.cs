using CoinMoebius.Sdk.MoneyButton;

namespace CoinMoebius.Sdk.Tests.Providers.MoneyButton.Models;

public sealed class MoneyButtonTransactionTests
{
    // The first transaction there is: the coinbase of block 0.
    private const string Genesis =
        "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468652054696d65732030332f4a616e2f"
        + "32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261696c6f757420666f722062616e6b73ffffffff0100f2052a0100000043"
        + "4104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5f"
        + "ac00000000";

    private const string GenesisId = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
    private const string Address = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
    private const string AddressScript = "76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac";

    [TestCase(false)]
    [TestCase(true)]
    public void The_first_transaction_has_its_known_id(bool upperCase)
    {
        MoneyButtonTransaction.TryParse(upperCase ? Genesis.ToUpperInvariant() : Genesis, out var transaction).Should().BeTrue();

        transaction!.TxId.Should().Be(GenesisId);
        var output = transaction.Outputs.Should().ContainSingle().Subject;
        output.Satoshis.Should().Be(50_00000000);
        output.Script.Should().StartWith("4104678afdb0").And.EndWith("1d5fac");
    }

    [TestCase(GenesisId, Genesis, MoneyButtonTxIdFinding.Matches)]
    [TestCase("4A5E1E4BAAB89F3A32518A88C31BC87F618F76673E2CC77AB2127B7AFDEDA33B", Genesis, MoneyButtonTxIdFinding.Matches)]
    [TestCase("3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a", Genesis, MoneyButtonTxIdFinding.Differs)]
    [TestCase(GenesisId, "0100", MoneyButtonTxIdFinding.Malformed)]
    [TestCase(GenesisId, Genesis + "00", MoneyButtonTxIdFinding.Malformed)]
    [TestCase(GenesisId, null, MoneyButtonTxIdFinding.NotChecked)]
    [TestCase(GenesisId, "", MoneyButtonTxIdFinding.NotChecked)]
    [TestCase(null, Genesis, MoneyButtonTxIdFinding.NotChecked)]
    public void A_payments_id_is_compared_with_its_transaction(string? txId, string? rawTx, MoneyButtonTxIdFinding expected)
    {
        MoneyButtonTransaction.CheckTxId(new() { TxId = txId, RawTx = rawTx }).Should().Be(expected);
    }

    [Test]
    public void No_byte_can_be_changed_without_the_id_changing()
    {
        for (var i = 0; i < Genesis.Length; i++)
        {
            var changed = Genesis.ToCharArray();
            changed[i] = changed[i] == '0' ? '1' : '0';

            MoneyButtonTransaction.CheckTxId(new() { TxId = GenesisId, RawTx = new string(changed) })
                .Should().NotBe(MoneyButtonTxIdFinding.Matches, "digit {0} was changed", i);
        }
    }

    [Test]
    public void A_transaction_that_is_cut_off_anywhere_is_refused()
    {
        for (var i = 0; i < Genesis.Length; i++)
        {
            MoneyButtonTransaction.TryParse(Genesis[..i], out var transaction).Should().BeFalse("{0} digits are left", i);
            transaction.Should().BeNull();
        }
    }

    [TestCase("01000000ffffffffffffffffff")]
    [TestCase("01000000feffffff7f")]
    [TestCase("0100000000fdffff00000000")]
    [TestCase("010000000001ffffffffffffffff0000000000")]
    [TestCase("01000000000101e1f505000000fdffff")]
    [TestCase("not hex")]
    [TestCase("0x01")]
    public void Counts_and_amounts_that_cannot_be_are_refused(string rawTx)
    {
        MoneyButtonTransaction.TryParse(rawTx, out _).Should().BeFalse();
    }

    [Test]
    public void What_goes_to_an_address_is_added_up_wherever_it_stands()
    {
        var other = AddressScript.Replace("62e9", "62e8", StringComparison.Ordinal);
        var rawTx = "0100000000" + "03" + Output("e803000000000000", AddressScript) + Output("d007000000000000", other) + Output("0100000000000000", AddressScript) + "00000000";

        MoneyButtonTransaction.TryParse(rawTx, out var transaction).Should().BeTrue();

        transaction!.SatoshisTo(Address).Should().Be(1001);
        transaction.Outputs.Select(output => output.Satoshis).Should().Equal(1000, 2000, 1);
    }

    [TestCase("")]
    [TestCase("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")]
    [TestCase("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN")]
    [TestCase("11A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [TestCase("1a1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [TestCase("0A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [TestCase("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy")]
    [TestCase("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [TestCase("shop@moneybutton.com")]
    public void What_is_no_address_of_that_kind_is_refused_instead_of_paid_nothing(string text)
    {
        MoneyButtonTransaction.TryParse(Genesis, out var transaction).Should().BeTrue();

        transaction!.Invoking(it => it.SatoshisTo(text)).Should().Throw<ArgumentException>().WithParameterName("address");
    }

    private static string Output(string satoshis, string script) => satoshis + "19" + script;
}
