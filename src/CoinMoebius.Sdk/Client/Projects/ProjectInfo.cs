namespace CoinMoebius.Sdk;

/// <summary>The public information of a project: the providers that a buyer can choose from.</summary>
public sealed record ProjectInfo
{
    /// <summary>The id of the project.</summary>
    public required string ProjectId { get; init; }

    /// <summary>The providers that are switched on, in the order of the dashboard.</summary>
    public required IReadOnlyList<ProjectProvider> Providers { get; init; }
}
