using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>The headers of the three kinds of calls. Source: https://docs.coinflow.cash/openapi.json.</summary>
internal static class CoinflowHeaders
{
    public const string UserId = "x-coinflow-auth-user-id";
    public const string SessionKey = "x-coinflow-auth-session-key";
    public const string Wallet = "x-coinflow-auth-wallet";
    public const string Blockchain = "x-coinflow-auth-blockchain";
    public const string Submerchant = "x-coinflow-submerchant-id";
    public const string DeviceId = "x-device-id";
    public const string ClientIp = "x-coinflow-client-ip";

    /// <summary>Returns a value that is valid in a header.</summary>
    /// <exception cref="ArgumentException">The value is empty, or contains other characters than visible ASCII.</exception>
    public static string Checked(string? value, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameterName);
        return OptionsFailures.IsHeaderToken(value)
            ? value
            : throw new ArgumentException("The value is sent in a header: use visible ASCII characters without spaces.", parameterName);
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Of(CoinflowPayer payer, string? submerchantId = null)
    {
        ArgumentNullException.ThrowIfNull(payer);
        var headers = new List<KeyValuePair<string, string>>();
        Add(headers, UserId, payer.UserId, nameof(payer));
        Add(headers, Wallet, payer.Wallet, nameof(payer));
        Add(headers, Blockchain, payer.Blockchain, nameof(payer));
        Add(headers, DeviceId, payer.DeviceId, nameof(payer));
        Add(headers, ClientIp, payer.ClientIp, nameof(payer));
        Add(headers, Submerchant, submerchantId, nameof(CoinflowCheckoutRequest.SubmerchantId));
        return headers;
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Of(CoinflowSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var headers = new List<KeyValuePair<string, string>>();
        Add(headers, SessionKey, session.SessionKey, nameof(session));
        Add(headers, DeviceId, session.DeviceId, nameof(session));
        Add(headers, ClientIp, session.ClientIp, nameof(session));
        return headers;
    }

    private static void Add(List<KeyValuePair<string, string>> headers, string name, string? value, string parameterName)
    {
        if (value is not null)
        {
            headers.Add(new(name, Checked(value, parameterName)));
        }
    }
}
