using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The client of Coinflow's API. With a container use <c>AddCoinflowClient</c>; without one keep a single instance.</summary>
public sealed partial class CoinflowClient : ApiClient<CoinflowOptions>, ICoinflowClient
{
    /// <inheritdoc/>
    public CoinflowClient(HttpClient httpClient, CoinflowOptions options, TimeProvider? timeProvider = null)
        : base(httpClient, options, timeProvider)
    {
    }

    /// <inheritdoc/>
    public CoinflowClient(CoinflowOptions options, TimeProvider? timeProvider = null)
        : base(options, timeProvider)
    {
    }

    internal CoinflowClient(ApiConnection<CoinflowOptions> connection)
        : base(connection)
    {
    }

    private string Merchant => SafeUrls.EscapeSegment(Options.MerchantId, nameof(CoinflowOptions.MerchantId));
}
