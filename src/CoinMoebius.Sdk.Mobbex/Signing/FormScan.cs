using CoinMoebius.Sdk.Mobbex.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Signing;

/// <summary>
/// Searches a form for a reference to which the token belongs, before the costly conversion of the form to JSON. The result is
/// preliminary: <see cref="ReferenceScan"/> and <see cref="BoundReference"/> check the JSON.
/// </summary>
internal static class FormScan
{
    // A reference has five possible names; a body that repeats them wants to cause work.
    private const int MaxCandidates = 8;
    private const int MaxNameLength = 64;

    /// <summary>Scans the form.</summary>
    /// <returns><see cref="WebhookVerdict.Verified"/>, <see cref="WebhookVerdict.SignatureMismatch"/> or <see cref="WebhookVerdict.MalformedBody"/>.</returns>
    public static WebhookVerdict Run(ReadOnlySpan<byte> form, IList<string> secrets, ReadOnlySpan<byte> token)
    {
        Span<byte> name = stackalloc byte[MaxNameLength];
        Span<byte> reference = stackalloc byte[ReferenceScan.MaxLength];
        var candidates = 0;
        var rest = form;
        for (var pairs = 0; !rest.IsEmpty; pairs++)
        {
            if (pairs == FormBody.MaxPairs || candidates == MaxCandidates)
            {
                return WebhookVerdict.MalformedBody;
            }

            var end = rest.IndexOf((byte)'&');
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var equals = pair.IndexOf((byte)'=');
            if (equals <= 0 || !FormText.TryDecode(pair[..equals], name, out var length))
            {
                continue;
            }

            var value = pair[(equals + 1)..];
            if (pairs == 0 && rest.IsEmpty && name[..length].SequenceEqual(FormBody.JsonField))
            {
                return RunJson(value, secrets, token);
            }

            if (IsReference(name[..length]) && FormText.TryDecode(value, reference, out length) && length > 0)
            {
                if (UrlToken.IsOf(reference[..length], secrets, token))
                {
                    return WebhookVerdict.Verified;
                }

                candidates++;
            }
        }

        return candidates == 0 && UrlToken.IsOf(default, secrets, token) ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch;
    }

    private static WebhookVerdict RunJson(ReadOnlySpan<byte> value, IList<string> secrets, ReadOnlySpan<byte> token)
    {
        Span<byte> reference = stackalloc byte[ReferenceScan.MaxLength];
        var json = new byte[value.Length];
        return FormText.TryDecode(value, json, out var length)
            ? new ReferenceScan(secrets, token, reference).Run(json.AsSpan(0, length), out _)
            : WebhookVerdict.MalformedBody;
    }

    private static bool IsReference(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("data[payment][reference]"u8)
        || name.SequenceEqual("data[checkout][reference]"u8)
        || name.SequenceEqual("data[subscription][reference]"u8)
        || name.SequenceEqual("data[subscription][uid]"u8)
        || name.SequenceEqual("data[subscriber][reference]"u8);
}
