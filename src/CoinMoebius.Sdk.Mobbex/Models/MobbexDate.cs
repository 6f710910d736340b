namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A calendar date.</summary>
public sealed record MobbexDate : ApiModel
{
    /// <summary>The day of the month, from 1.</summary>
    public int? Day { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>
    /// The year, with four digits. For the start of a subscriber it may be null; Mobbex's own libraries disagree on whether it has two or
    /// four digits there, so omit it if possible.
    /// </summary>
    public int? Year { get; init; }

    /// <summary>Returns the date of a time, at the time's own offset.</summary>
    /// <param name="time">The time.</param>
    public static MobbexDate From(DateTimeOffset time) => new() { Day = time.Day, Month = time.Month, Year = time.Year };
}
