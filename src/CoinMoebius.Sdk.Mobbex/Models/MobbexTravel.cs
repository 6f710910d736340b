namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// The journey of a checkout. Source: mobbex.dev/checkout, which shows these names without capitals: they are inferred, and
/// <see cref="MobbexOptions.FieldNames"/> changes them.
/// </summary>
public sealed record MobbexTravel : ApiModel
{
    /// <summary>The type of a flight.</summary>
    public const string Airline = "airline";

    /// <summary>The type of a bus journey.</summary>
    public const string Bus = "bus";

    /// <summary>The type of a cruise.</summary>
    public const string Cruise = "cruise";

    /// <summary><see cref="Airline"/>, <see cref="Bus"/> or <see cref="Cruise"/>. Required.</summary>
    public required string Type { get; init; }

    /// <summary>The day of departure. Required.</summary>
    public required MobbexDate TravelDate { get; init; }

    /// <summary>The origin: an IATA code for a flight, a UN/LOCODE for a cruise, free text for a bus. Required.</summary>
    public required string Origin { get; init; }

    /// <summary>The destination, in the form of <see cref="Origin"/>. Required.</summary>
    public required string Destination { get; init; }

    /// <summary>The place of departure; only for a bus.</summary>
    public MobbexPlace? OriginData { get; init; }

    /// <summary>The place of arrival; only for a bus.</summary>
    public MobbexPlace? DestinationData { get; init; }

    /// <summary>The travellers.</summary>
    public IReadOnlyList<MobbexPassenger>? Passengers { get; init; }
}

/// <summary>A place of departure or arrival.</summary>
public sealed record MobbexPlace : ApiModel
{
    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state or province.</summary>
    public string? State { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }
}
