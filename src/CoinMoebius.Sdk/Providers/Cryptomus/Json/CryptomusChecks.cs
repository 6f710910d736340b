using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>Checks arguments before a call. Limits: doc.cryptomus.com/business/payments.</summary>
internal static class CryptomusChecks
{
    private const int MaxOrderIdLength = 128;

    /// <exception cref="ArgumentException">The id is not a UUID.</exception>
    public static void PaymentId(string paymentId, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(paymentId, parameterName);
        Require(
            Guid.TryParseExact(paymentId, "D", out _),
            "The payment id must be a UUID. To query by your own order id, use GetPaymentByOrderIdAsync.",
            parameterName);
    }

    /// <exception cref="ArgumentException">Cryptomus would reject the order id.</exception>
    public static void OrderId(string? orderId, string what, string parameterName) => Require(
        orderId is { Length: > 0 and <= MaxOrderIdLength }
        && orderId.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_'),
        $"{what} must be 1 to {MaxOrderIdLength} letters, digits, dashes and underscores.",
        parameterName);

    /// <exception cref="ArgumentException">The address is invalid or too long.</exception>
    public static void Url(Uri? url, int maxLength, string what, string parameterName)
    {
        SafeUrls.RequirePage(url, what, parameterName);
        Require(url is null || url.OriginalString.Length <= maxLength, $"{what} must have at most {maxLength} characters.", parameterName);
    }

    /// <exception cref="ArgumentException">The condition is false.</exception>
    public static void Require(bool condition, string message, string parameterName)
    {
        if (!condition)
        {
            throw new ArgumentException(message, parameterName);
        }
    }
}
