namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Which subscribers to list; one without members lists all.</summary>
public sealed record MobbexSubscriberQuery
{
    /// <summary>Only subscribers whose data contains this text.</summary>
    public string? Search { get; init; }

    /// <summary>The type's name: the query may name a person.</summary>
    public override string ToString() => nameof(MobbexSubscriberQuery);
}
