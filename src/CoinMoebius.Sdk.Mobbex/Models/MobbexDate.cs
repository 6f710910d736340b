namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A day of the calendar.</summary>
public sealed record MobbexDate : ApiModel
{
    /// <summary>The day of the month, from 1.</summary>
    public int? Day { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>
    /// The year, with four digits. For the start of a subscriber it may be null; Mobbex's own libraries disagree whether it has two or
    /// four digits there, so leave it out when you can.
    /// </summary>
    public int? Year { get; init; }

    /// <summary>The date of a time, where its offset says.</summary>
    /// <param name="time">The time.</param>
    public static MobbexDate From(DateTimeOffset time) => new() { Day = time.Day, Month = time.Month, Year = time.Year };
}
