namespace CoinMoebius.Tests.Shared;

/// <summary>What <c>dotnet test</c> leaves to <c>.ci/run</c>, which sets <c>COINMOEBIUS_EXHAUSTIVE=1</c>.</summary>
public static class Exhaustive
{
    /// <summary>The category of tests that run only there: <c>tests/usual.runsettings</c> filters it out.</summary>
    public const string Category = "Exhaustive";

    /// <summary>Whether everything runs.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("COINMOEBIUS_EXHAUSTIVE") == "1";
}
