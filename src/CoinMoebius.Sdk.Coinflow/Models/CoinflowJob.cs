namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A job that Coinflow runs asynchronously. Webhooks or a lookup report its end.</summary>
public sealed record CoinflowJob : ApiModel
{
    /// <summary>The job's id; empty when the API returned none.</summary>
    public string JobId { get => field ?? ""; init; }
}
