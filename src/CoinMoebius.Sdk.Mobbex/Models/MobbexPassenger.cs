namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A traveller. Source: mobbex.dev/checkout; the names are inferred, like those of <see cref="MobbexTravel"/>.</summary>
public sealed record MobbexPassenger : ApiModel
{
    /// <summary>The name. Required.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of document, one of <see cref="MobbexIdentificationTypes"/> or another text.</summary>
    public string? IdentificationType { get; init; }

    /// <summary>The number of the document.</summary>
    public string? Identification { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The stops in order, for example <c>COR</c>, <c>EZE</c>, <c>MVD</c>.</summary>
    public IReadOnlyList<string>? Routing { get; init; }
}
