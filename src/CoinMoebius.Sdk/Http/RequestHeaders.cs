namespace CoinMoebius.Sdk.Http;

/// <summary>Sets headers that have one value.</summary>
internal static class RequestHeaders
{
    /// <summary>Sets a header and replaces existing values: a request may pass several times, or have a default of the client.</summary>
    public static void Set(this HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
