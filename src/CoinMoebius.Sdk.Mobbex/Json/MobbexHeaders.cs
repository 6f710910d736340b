namespace CoinMoebius.Sdk.Mobbex.Json;

/// <summary>The names of Mobbex's request headers.</summary>
internal static class MobbexHeaders
{
    public const string ApiKey = "x-api-key";
    public const string AccessToken = "x-access-token";
    public const string Language = "x-lang";
    public const string EcommerceAgent = "x-ecommerce-agent";
}
