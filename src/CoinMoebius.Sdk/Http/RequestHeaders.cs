namespace CoinMoebius.Sdk.Http;

/// <summary>Headers of which there is one.</summary>
internal static class RequestHeaders
{
    /// <summary>Sets a header in place of any value that it has: a request may come by more than once, or with a default of the client.</summary>
    public static void Set(this HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
