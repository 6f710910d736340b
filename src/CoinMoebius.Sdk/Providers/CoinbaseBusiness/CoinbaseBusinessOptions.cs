using System.Diagnostics;
using System.Security.Cryptography;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness.Client;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// How <see cref="ICoinbaseBusinessClient"/> reaches the Coinbase Developer Platform (CDP). Create API keys in its portal (API keys,
/// Secret API keys); choose the signature algorithm ECDSA there. Validated at start-up. Source:
/// docs.cdp.coinbase.com/api-reference/authentication.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CoinbaseBusinessOptions : ApiClientOptions
{
    private static readonly ApiDialect CoinbaseDialect = new(
        PaymentProvider.CoinbaseBusiness, "Coinbase", "Check CoinbaseBusinessOptions.KeyId and the private key that belongs to it, and this machine's clock.");

    // Not a property: configuration binds those.
    private ECDsa? _signingKey;

    /// <summary>
    /// Creates options for <c>https://api.cdp.coinbase.com/platform</c>. The sandbox of checkouts has no separate address: a label of the
    /// subscription selects it.
    /// </summary>
    public CoinbaseBusinessOptions()
        : base(new("https://api.cdp.coinbase.com/platform"))
    {
    }

    /// <summary>The id of the API key, a UUID, or its older name <c>organizations/…/apiKeys/…</c>. Required.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>
    /// The private key of the API key in PEM form: <c>-----BEGIN EC PRIVATE KEY-----</c> or <c>-----BEGIN PRIVATE KEY-----</c>, on the curve
    /// P-256. Line ends may be written as <c>\n</c>, as in the file that the portal offers. Required, unless <see cref="UseSigningKey"/>
    /// was called; the .NET Standard 2.0 build cannot read PEM, and needs that call.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string PrivateKey { get; set; } = "";

    internal override ApiDialect Dialect => CoinbaseDialect;

    /// <summary>Signs with a key from elsewhere, for example a key store, instead of <see cref="PrivateKey"/>.</summary>
    /// <param name="key">A key on the curve P-256. The client does not dispose it, and uses it for one call at a time.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void UseSigningKey(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _signingKey = key;
    }

    /// <summary>Returns the key's id and the address, without the private key.</summary>
    public override string ToString() => $"CoinbaseBusinessOptions {{ KeyId = {KeyId}, BaseAddress = {BaseAddress} }}";

    internal ECDsa? GetSigningKey() => _signingKey;

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body) => Authenticate(request, body, TimeProvider.System);

    // The token names the method, the address and the time of one send.
    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body, TimeProvider clock) =>
        request.Set("Authorization", "Bearer " + CdpToken.Create(this, request.Method, request.RequestUri!, clock));

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            OptionsFailures.IsHeaderToken(KeyId),
            "KeyId is missing or has spaces. Copy it whole from the CDP portal's API keys.");
        if (CdpKey.FindFault(this) is { } fault)
        {
            failures.Add(fault);
        }

        failures.Require(
            TotalTimeout <= CdpToken.Lifetime,
            $"TotalTimeout is {TotalTimeout}; it must be at most {CdpToken.Lifetime}, since the token of a call expires then.");
    }
}
