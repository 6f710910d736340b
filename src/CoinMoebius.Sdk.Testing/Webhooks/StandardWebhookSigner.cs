using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Signs the webhooks of any service that follows Standard Webhooks, with a shared secret (<c>v1</c>). The body is whatever the service
/// sends: copy one from its documentation.
/// </summary>
public sealed class StandardWebhookSigner
{
    private const string SecretPrefix = "whsec_";
    private const string VersionedPrefix = "v1,whsec_";
    private const int IdLength = 27;

    private readonly PaymentProvider _provider;
    private readonly byte[] _key;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a signer whose secret tells by its form how it holds the key.</summary>
    /// <param name="provider">The service, as it is registered with <c>AddStandardWebhooks</c>.</param>
    /// <param name="secret">
    /// The signing secret, as given to <see cref="StandardWebhooksOptions"/>: base64, bare or behind <c>whsec_</c> or <c>v1,whsec_</c>; or a text with
    /// another prefix (<c>polar_whs_…</c>).
    /// </param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="FormatException"><paramref name="secret"/> has no such form.</exception>
    public StandardWebhookSigner(PaymentProvider provider, string secret, TimeProvider? timeProvider = null)
        : this(provider, secret, SecretEncoding.Auto, timeProvider)
    {
    }

    /// <summary>Creates a signer.</summary>
    /// <param name="provider">The service, as it is registered with <c>AddStandardWebhooks</c>.</param>
    /// <param name="secret">The signing secret, as given to <see cref="StandardWebhooksOptions"/>.</param>
    /// <param name="secretEncoding">
    /// How the secret holds the key. With <see cref="SecretEncoding.Auto"/> a secret behind <c>whsec_</c> is decoded; to sign with its text, as Polar does
    /// with its older secrets, say <see cref="SecretEncoding.Text"/>.
    /// </param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="FormatException"><paramref name="secret"/> is not what <paramref name="secretEncoding"/> says.</exception>
    public StandardWebhookSigner(PaymentProvider provider, string secret, SecretEncoding secretEncoding, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        _provider = provider;
        _key = IsText(secret, secretEncoding) ? Encoding.UTF8.GetBytes(secret) : Decode(secret);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

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
        return new(_provider, body, new Dictionary<string, string>
        {
            [HeaderPrefix + "-id"] = id,
            [HeaderPrefix + "-timestamp"] = time,
            [HeaderPrefix + "-signature"] = "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, signed)),
        });
    }

    // Base64 has no underscore, so that a prefix is told from it.
    private static bool IsText(string secret, SecretEncoding encoding) => encoding switch
    {
        SecretEncoding.Text => true,
        SecretEncoding.Base64 => false,
        _ => secret.IndexOf('_', StringComparison.Ordinal) > 0
            && !secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && !secret.StartsWith(VersionedPrefix, StringComparison.Ordinal),
    };

    private static byte[] Decode(string secret)
    {
        var text = secret.StartsWith(VersionedPrefix, StringComparison.Ordinal) ? secret[VersionedPrefix.Length..]
            : secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..]
            : secret;
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }
}
