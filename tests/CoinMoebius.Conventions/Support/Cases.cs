namespace CoinMoebius.Conventions.Support;

/// <summary>The things that conventions are about, as test cases.</summary>
internal static class Cases
{
    public static IEnumerable<TestCaseData> Assemblies => BuiltAssembly.All.Select(Case);

    public static IEnumerable<TestCaseData> Libraries => BuiltAssembly.Libraries.Select(Case);

    public static IEnumerable<TestCaseData> Packages => Package.All.Select(Case);

    public static IEnumerable<TestCaseData> Providers => ProviderFolder.All.Select(Case);

    public static IEnumerable<TestFixtureData> Gateways =>
        ProviderFolder.All.Where(provider => provider.HasClient).Select(gateway => new TestFixtureData(gateway).SetArgDisplayNames(gateway.Name));

    private static TestCaseData Case(object item) => new TestCaseData(item).SetArgDisplayNames(item.ToString()!);
}
