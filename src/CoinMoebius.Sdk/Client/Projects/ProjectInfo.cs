namespace CoinMoebius.Sdk;

/// <summary>What everyone may know of a project: which providers a buyer can choose.</summary>
public sealed record ProjectInfo
{
    /// <summary>The id of the project.</summary>
    public required string ProjectId { get; init; }

    /// <summary>The providers that are switched on, in the order of the dashboard.</summary>
    public required IReadOnlyList<ProjectProvider> Providers { get; init; }
}
