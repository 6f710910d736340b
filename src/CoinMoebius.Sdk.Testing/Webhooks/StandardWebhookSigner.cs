using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Signs the webhooks of any service that follows Standard Webhooks, with a shared secret (<c>v1</c>). The body is whatever the service
/// sends: copy one from its documentation.
/// </summary>
/// <param name="provider">The service, as it is registered with <c>AddStandardWebhooks</c>.</param>
/// <param name="secret">The signing secret, as given to <see cref="StandardWebhooksOptions"/>: base64, with or without <c>whsec_</c>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
/// <exception cref="FormatException"><paramref name="secret"/> is not base64.</exception>
public sealed class StandardWebhookSigner(PaymentProvider provider, string secret, TimeProvider? timeProvider = null)
{
    private const string SecretPrefix = "whsec_";
    private const int IdLength = 27;

    private readonly byte[] _key = Decode(secret);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>What the headers' names begin with: <c>webhook</c>, or <c>svix</c> for services that send Svix's own names.</summary>
    public string HeaderPrefix { get; init; } = "webhook";

    /// <summary>Signs a body now.</summary>
    /// <param name="body">Any bytes.</param>
    /// <param name="id">
    /// The id of the message, without a full stop. When null, one that belongs to the body, so that signing a body again is what a retry
    /// looks like.
    /// </param>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body, string? id = null)
    {
        id ??= "msg_" + Convert.ToHexStringLower(SHA256.HashData(body.Span))[..IdLength];
        var time = _timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body.Span];
        return new(provider, body, new Dictionary<string, string>
        {
            [HeaderPrefix + "-id"] = id,
            [HeaderPrefix + "-timestamp"] = time,
            [HeaderPrefix + "-signature"] = "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, signed)),
        });
    }

    private static byte[] Decode(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var text = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }
}
