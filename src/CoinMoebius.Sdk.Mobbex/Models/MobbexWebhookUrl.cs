using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// Creates the webhook address of a checkout. Mobbex does not sign notifications, but sends them to the given address, so a token in its
/// query distinguishes Mobbex from others. The token belongs to one reference. Protect the address like a password.
/// </summary>
public static class MobbexWebhookUrl
{
    /// <summary>Creates the address with the token of a reference: base64url of HMAC-SHA256 of the reference, with the secret as key.</summary>
    /// <param name="baseUrl">
    /// The address of the shop's Mobbex webhook, for example <c>https://shop.example/webhooks/mobbex</c>. Its query is kept.
    /// </param>
    /// <param name="secret">A secret of <see cref="MobbexWebhookOptions"/>.</param>
    /// <param name="reference">The reference of the checkout (or of the subscription), exactly as Mobbex receives it.</param>
    /// <param name="tokenParameter">The name of the parameter, the same as <see cref="MobbexWebhookOptions.TokenParameter"/>.</param>
    /// <exception cref="ArgumentException">
    /// The address is neither https nor loopback http, has a fragment, or already has the parameter; the secret is too short; the reference
    /// is empty or too long; or the parameter's name has other characters than letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>~</c>.
    /// </exception>
    public static Uri Create(Uri baseUrl, string secret, string reference, string tokenParameter = UrlToken.DefaultParameter)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        if (!SafeUrls.IsSafe(baseUrl) || baseUrl.Fragment.Length > 0)
        {
            throw new ArgumentException("The address must be an absolute https URL (or http to this machine) without a fragment.", nameof(baseUrl));
        }

        // The same trimming as in the options of the webhooks.
        secret = SecretRules.Trim(secret);
        if (SecretRules.Problem(secret, KeyEncoding.Text, WebhookOptions.UsualLeastSecretLength, isTool: false) is { } problem)
        {
            throw new ArgumentException($"The secret {problem}", nameof(secret));
        }

        if (System.Text.Encoding.UTF8.GetByteCount(reference) > ReferenceScan.MaxLength)
        {
            throw new ArgumentException($"The reference must not be longer than {ReferenceScan.MaxLength} bytes.", nameof(reference));
        }

        if (!UrlToken.IsParameter(tokenParameter))
        {
            throw new ArgumentException("The parameter must be 1 to 64 letters, digits, '-', '_', '.' or '~'.", nameof(tokenParameter));
        }

        if (!UrlToken.TryFind(baseUrl.Query.AsSpan(), tokenParameter.AsSpan(), out var present) || !present.IsEmpty)
        {
            throw new ArgumentException($"The address already has the parameter {tokenParameter}.", nameof(baseUrl));
        }

        var token = $"{tokenParameter}={UrlToken.Create(secret, reference)}";
        return new UriBuilder(baseUrl) { Query = baseUrl.Query.Length > 1 ? $"{baseUrl.Query[1..]}&{token}" : token }.Uri;
    }

    /// <summary>Creates the address with the token of a reference that a verifier with these options accepts.</summary>
    /// <param name="baseUrl">The address of the shop's Mobbex webhook. Its query is kept.</param>
    /// <param name="options">
    /// The options of the webhooks. The first secret creates the token: during a secret rotation, list the new one first.
    /// </param>
    /// <param name="reference">The reference of the checkout (or of the subscription), exactly as Mobbex receives it.</param>
    /// <exception cref="ArgumentException">As for the other method; also when the options have no secret.</exception>
    public static Uri Create(Uri baseUrl, MobbexWebhookOptions options, string reference)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Secrets.Count == 0
            ? throw new ArgumentException("Secrets is empty.", nameof(options))
            : Create(baseUrl, options.Secrets[0], reference, options.TokenParameter);
    }
}
