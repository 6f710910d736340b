using System.Diagnostics;
using System.Text;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The options of <see cref="IInqudClient"/>, which are validated at start-up. Create tokens in the dashboard (API tokens, Add API token) once
/// the account manager has enabled the API; you may have to register your servers' addresses there too. Source:
/// docs.inqud.com/developer/authentication.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class InqudOptions : ApiClientOptions
{
    private const string CheckoutIdParameter = "{checkoutId}";
    private const string ProjectIdParameter = "{projectId}";

    private static readonly ApiDialect InqudDialect = new(PaymentProvider.Inqud, "Inqud", "Check InqudOptions.TokenId and InqudOptions.TokenSecret.");

    /// <summary>Creates options for <c>https://api.inqud.com</c>. A sandbox is not documented.</summary>
    public InqudOptions()
        : base(new("https://api.inqud.com"))
    {
    }

    /// <summary>The id of the API token, <c>TKN-…</c>. Required.</summary>
    public string TokenId { get; set; } = "";

    /// <summary>The secret of the API token. Required. It is not the secret of the webhooks.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string TokenSecret { get; set; } = "";

    /// <summary>
    /// How requests authenticate. <see cref="InqudAuthentication.SignedRequest"/> unless set, which does not send the secret.
    /// </summary>
    public InqudAuthentication Authentication { get; set; } = InqudAuthentication.SignedRequest;

    /// <summary>The widget, <c>CAP-…</c>; <see cref="IInqudClient.ForProject"/> chooses another. Null by default.</summary>
    public string? ProjectId { get; set; }

    /// <summary>The on-ramp project, <c>ORP-…</c>; <see cref="IInqudClient.ForOnRampProject"/> chooses another. Null by default.</summary>
    public string? OnRampProjectId { get; set; }

    /// <summary>
    /// The path for reading a checkout, with <c>{checkoutId}</c> and optionally <c>{projectId}</c>. Inqud documents that checkouts can be read, but
    /// the page with the path was not accessible: the default is the path that integrators use. The alternative, by analogy with requests, is
    /// <c>v1/user/crypto-acquiring/checkouts/{checkoutId}</c>.
    /// </summary>
    public string CheckoutPath { get; set; } = "v1/user/crypto-acquiring/{projectId}/checkouts/{checkoutId}";

    internal override ApiDialect Dialect => InqudDialect;

    /// <summary>Returns the token's id, project and address, without the secret.</summary>
    public override string ToString() => $"InqudOptions {{ TokenId = {TokenId}, ProjectId = {ProjectId}, BaseAddress = {BaseAddress} }}";

    internal string PathOfCheckout(string checkoutId)
    {
        var path = new StringBuilder(CheckoutPath).Replace(CheckoutIdParameter, SafeUrls.EscapeSegment(checkoutId, nameof(checkoutId)));
        return (Has(CheckoutPath, ProjectIdParameter) ? path.Replace(ProjectIdParameter, Project()) : path).ToString();
    }

    /// <summary>The widget's id as a segment of a path.</summary>
    /// <exception cref="InvalidOperationException">The options name none.</exception>
    internal string Project() => Segment(ProjectId, nameof(ProjectId));

    /// <summary>The on-ramp project's id as a segment of a path.</summary>
    /// <exception cref="InvalidOperationException">The options name none.</exception>
    internal string OnRampProject() => Segment(OnRampProjectId, nameof(OnRampProjectId));

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        request.Set("X-Token-API-Id", TokenId);
        if (Authentication == InqudAuthentication.PlainSecret)
        {
            request.Set("X-Token-API-Secret", TokenSecret);
            return;
        }

        var salt = InqudSignature.CreateSalt();
        request.Set("X-Salt", salt);
        request.Set("X-HMAC-SHA256-Signature", InqudSignature.Sign(TokenSecret, body.Span, salt));
    }

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            OptionsFailures.IsHeaderToken(TokenId),
            "TokenId is missing or has spaces. Copy it whole from the dashboard's API tokens: it starts with \"TKN-\".");
        failures.Require(
            OptionsFailures.IsHeaderToken(TokenSecret),
            "TokenSecret is missing or has spaces. Copy it whole from the dashboard's API tokens.");
        failures.Require(
            Authentication is InqudAuthentication.SignedRequest or InqudAuthentication.PlainSecret,
            $"Authentication is {(int)Authentication}; it must be SignedRequest or PlainSecret.");
        failures.Require(
            ProjectId is null || SafeUrls.IsPathSegment(ProjectId),
            "ProjectId is invalid. Set it to the widget's id (\"CAP-…\"), or omit it and call ForProject.");
        failures.Require(
            OnRampProjectId is null || SafeUrls.IsPathSegment(OnRampProjectId),
            "OnRampProjectId is invalid. Set it to the on-ramp project's id (\"ORP-…\"), or omit it.");
        failures.Require(
            IsPath(CheckoutPath),
            "CheckoutPath must be a path such as v1/user/crypto-acquiring/checkouts/{checkoutId}: with {checkoutId}, without host, query or leading slash.");
    }

    private static bool IsPath(string? path) =>
        path is { Length: > 0 }
        && path[0] != '/'
        && Has(path, CheckoutIdParameter)
        && path.Split('/').All(static segment => SafeUrls.IsPathSegment(segment))
        && path.All(static c => c is > ' ' and <= '~' and not ('?' or '#' or '\\' or ':' or '%'));

    private static bool Has(string path, string parameter) => path.AsSpan().IndexOf(parameter.AsSpan(), StringComparison.Ordinal) >= 0;

    private static string Segment(string? id, string option) => string.IsNullOrWhiteSpace(id)
        ? throw new InvalidOperationException($"The client has no project. Set InqudOptions.{option}, or call For{option.Substring(0, option.Length - 2)} first.")
        : SafeUrls.EscapeSegment(id, option);
}

/// <summary>How a request to Inqud authenticates. Source: docs.inqud.com/developer/authentication.</summary>
public enum InqudAuthentication
{
    /// <summary>The secret signs the body and a new salt; it is never sent.</summary>
    SignedRequest = 0,

    /// <summary>The secret is sent in a header.</summary>
    PlainSecret = 1,
}
