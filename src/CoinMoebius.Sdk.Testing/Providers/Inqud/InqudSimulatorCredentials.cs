using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Checks a call's credentials as docs.inqud.com/developer/authentication describes them.</summary>
internal static class InqudSimulatorCredentials
{
    /// <summary>Returns the problem, or null when the credentials are valid.</summary>
    public static string? Check(IHeaderDictionary headers, ReadOnlySpan<byte> body, InqudSimulatorOptions options)
    {
        if (headers["X-Token-API-Id"] != options.TokenId)
        {
            return "API token not found";
        }

        if (headers.TryGetValue("X-Token-API-Secret", out var secret))
        {
            return secret == options.TokenSecret ? null : "Invalid API token secret";
        }

        var salt = headers["X-Salt"].ToString();
        if (salt.Length == 0)
        {
            return "X-Salt is missing";
        }

        byte[] signed = [.. body, .. Encoding.UTF8.GetBytes(salt)];
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.TokenSecret), signed));
        return headers["X-HMAC-SHA256-Signature"] == expected ? null : "Invalid signature";
    }
}
