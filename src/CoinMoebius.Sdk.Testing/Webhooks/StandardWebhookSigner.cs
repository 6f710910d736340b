using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Signs the webhooks of any service that follows Standard Webhooks, with a shared secret (<c>v1</c>). Copy a body from the service's
/// documentation.
/// </summary>
public sealed class StandardWebhookSigner
{
    private const string SecretPrefix = "whsec_";
    private const string VersionedPrefix = "v1,whsec_";
    private const int IdLength = 27;

    private readonly PaymentProvider _provider;
    private readonly byte[] _key;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a signer that derives the key's encoding from the form of the secret.</summary>
    /// <param name="provider">The service, as registered with <c>AddStandardWebhooks</c>.</param>
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
    /// <param name="provider">The service, as registered with <c>AddStandardWebhooks</c>.</param>
    /// <param name="secret">The signing secret, as given to <see cref="StandardWebhooksOptions"/>.</param>
    /// <param name="secretEncoding">
    /// The encoding of the key. With <see cref="SecretEncoding.Auto"/>, a secret after <c>whsec_</c> is decoded; to sign with its text, as Polar
    /// does with its older secrets, use <see cref="SecretEncoding.Text"/>.
    /// </param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="FormatException"><paramref name="secret"/> does not have the encoding <paramref name="secretEncoding"/>.</exception>
    public StandardWebhookSigner(PaymentProvider provider, string secret, SecretEncoding secretEncoding, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        _provider = provider;
        _key = IsText(secret, secretEncoding) ? Encoding.UTF8.GetBytes(secret) : Decode(secret);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The prefix of the header names: <c>webhook</c>, or <c>svix</c> for services that use Svix's own names.</summary>
    public string HeaderPrefix { get; init; } = "webhook";

    /// <summary>Signs a body now.</summary>
    /// <param name="body">Any bytes.</param>
    /// <param name="id">
    /// The id of the message, without a full stop. When null, the signer derives it from the body, so that signing a body again is like a
    /// retry.
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

    // Base64 has no underscore, so a prefix is recognisable.
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
