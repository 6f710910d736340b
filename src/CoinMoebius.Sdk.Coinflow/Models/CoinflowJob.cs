namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Work that Coinflow does in its own time. Webhooks, or a look-up, tell its end.</summary>
public sealed record CoinflowJob : ApiModel
{
    /// <summary>The job's id; empty when the API told none.</summary>
    public string JobId { get => field ?? ""; init; }
}
