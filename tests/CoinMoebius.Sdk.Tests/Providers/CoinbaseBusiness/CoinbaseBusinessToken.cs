using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CoinMoebius.Sdk.Tests.Providers.CoinbaseBusiness;

/// <summary>The token of a request, read as Coinbase reads it: nothing counts unless the public key says that the signature is right.</summary>
internal sealed record CoinbaseBusinessToken(JsonElement Header, JsonElement Claims)
{
    public static CoinbaseBusinessToken Of(HttpRequestMessage request, ECDsa publicKey)
    {
        var authorization = request.Headers.GetValues("Authorization").Single();
        authorization.Should().StartWith("Bearer ");
        var parts = authorization["Bearer ".Length..].Split('.');
        parts.Should().HaveCount(3).And.OnlyContain(part => part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_'));
        var signature = Base64Url.DecodeFromChars(parts[2]);
        signature.Should().HaveCount(64, "ES256 has R and S, not DER");
        publicKey.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature, HashAlgorithmName.SHA256).Should().BeTrue();
        return new(JsonElement.Parse(Base64Url.DecodeFromChars(parts[0])), JsonElement.Parse(Base64Url.DecodeFromChars(parts[1])));
    }
}
