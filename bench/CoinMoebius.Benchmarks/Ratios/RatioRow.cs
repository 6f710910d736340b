using System.Globalization;

namespace CoinMoebius.Benchmarks.Ratios;

/// <summary>One measured figure beside its limit.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Unit">What both are counted in.</param>
/// <param name="IsFloor">True where the figure must not be lower than the limit.</param>
internal sealed record RatioRow(string Name, double Measured, double Limit, RatioUnit Unit, bool IsFloor = false)
{
    public bool IsMet => IsFloor ? Measured >= Limit : Measured <= Limit;

    public override string ToString() => $"{Name} {Format(Measured)} {Format(Limit)} {(IsMet ? "ok" : "over")}";

    private string Format(double value) => Unit switch
    {
        RatioUnit.Times => value.ToString("0.00", CultureInfo.InvariantCulture) + "x",
        RatioUnit.Bytes => value.ToString("0", CultureInfo.InvariantCulture) + "B",
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };
}

internal enum RatioUnit
{
    /// <summary>Times the floor.</summary>
    Times,

    /// <summary>Bytes allocated for one operation.</summary>
    Bytes,

    /// <summary>How many.</summary>
    Count,
}
