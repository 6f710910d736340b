using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// Makes the address to give a checkout as its webhook. Mobbex signs nothing, but calls the address as it was given, so a token in its
/// query tells Mobbex from others. The token belongs to one reference; keep the address secret, as you would a password.
/// </summary>
public static class MobbexWebhookUrl
{
    /// <summary>The address with the token of a reference: base64url of HMAC-SHA256 of the reference, under the secret.</summary>
    /// <param name="baseUrl">Where your shop takes Mobbex's webhooks, for example <c>https://shop.example/webhooks/mobbex</c>. Its query is kept.</param>
    /// <param name="secret">A secret of <see cref="MobbexWebhookOptions"/>.</param>
    /// <param name="reference">The reference of the checkout (or of the subscription), exactly as it goes to Mobbex.</param>
    /// <param name="tokenParameter">The name of the parameter, as <see cref="MobbexWebhookOptions.TokenParameter"/> says.</param>
    /// <exception cref="ArgumentException">
    /// The address is neither https nor loopback http, has a fragment or the parameter already; the secret is too short; the reference is
    /// empty or too long; or the parameter's name is not plain.
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

        // As the options of the webhooks have it.
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
            throw new ArgumentException($"The address has the parameter {tokenParameter} already.", nameof(baseUrl));
        }

        var token = $"{tokenParameter}={UrlToken.Create(secret, reference)}";
        return new UriBuilder(baseUrl) { Query = baseUrl.Query.Length > 1 ? $"{baseUrl.Query[1..]}&{token}" : token }.Uri;
    }

    /// <summary>The address with the token of a reference, as a verifier with these options takes it.</summary>
    /// <param name="baseUrl">Where your shop takes Mobbex's webhooks. Its query is kept.</param>
    /// <param name="options">
    /// The options of the webhooks. The first of the secrets makes the token: while a secret is being rolled, list the new one first.
    /// </param>
    /// <param name="reference">The reference of the checkout (or of the subscription), exactly as it goes to Mobbex.</param>
    /// <exception cref="ArgumentException">As for the other method; also when there is no secret.</exception>
    public static Uri Create(Uri baseUrl, MobbexWebhookOptions options, string reference)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Secrets.Count == 0
            ? throw new ArgumentException("Secrets is empty.", nameof(options))
            : Create(baseUrl, options.Secrets[0], reference, options.TokenParameter);
    }
}
