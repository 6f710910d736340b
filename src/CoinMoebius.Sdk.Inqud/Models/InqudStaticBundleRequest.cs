using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The addresses a customer is to have. The same reference gives the same bundle. Source:
/// docs.inqud.com/crypto-static-addresses/integration/api-integration.
/// </summary>
public sealed record InqudStaticBundleRequest : ApiModel
{
    /// <summary>Your own reference: the customer's id, say.</summary>
    public required string ReferenceId { get; init; }

    /// <summary>The coins to have addresses for. Null with <see cref="AllEnabledAssets"/>.</summary>
    public IReadOnlyList<InqudCoin>? Assets { get; init; }

    /// <summary>True for addresses of every coin that the widget takes. Null, which is the default, sends nothing.</summary>
    public bool? AllEnabledAssets { get; init; }

    internal void Validate(string parameterName)
    {
        if (string.IsNullOrWhiteSpace(ReferenceId))
        {
            throw new ArgumentException($"{nameof(ReferenceId)} is empty. Give it your own id of the customer.", parameterName);
        }

        if (AllEnabledAssets is not true && Assets is not { Count: > 0 })
        {
            throw new ArgumentException($"Name the coins in {nameof(Assets)}, or set {nameof(AllEnabledAssets)}.", parameterName);
        }

        if (Assets?.Any(asset => !asset.IsWhole) is true)
        {
            throw new ArgumentException($"Each of {nameof(Assets)} must name a blockchain and a coin, for example TRON_USDT.", parameterName);
        }

        InqudChecks.NoMemberTwice(this, parameterName);
    }
}
