namespace CoinMoebius.Sdk.Primitives;

internal static class EmptyMetadata
{
    public static readonly IReadOnlyDictionary<string, string> Instance = new Dictionary<string, string>(0);
}
