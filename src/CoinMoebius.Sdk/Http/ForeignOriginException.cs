namespace CoinMoebius.Sdk.Http;

/// <summary>A request was about to go to another origin than its own, or another origin responded. Never retried.</summary>
internal sealed class ForeignOriginException(string message) : Exception(message)
{
    private const string Advice = "Set AllowAutoRedirect = false in the handler of the HttpClient, and check the option BaseAddress.";

    public static ForeignOriginException Leaving(Uri? target, Uri origin) => new(
        $"A request for {Origin.NameOf(origin)} was about to follow a redirect to {Origin.NameOf(target)}, and was stopped before it left. {Advice}");

    public static ForeignOriginException Answered(Uri? target, Uri origin) => new(
        $"A request for {Origin.NameOf(origin)} was answered by {Origin.NameOf(target)}: a handler followed a redirect. The response is discarded. {Advice} "
        + "If you do not know the other origin, replace the credentials.");

    /// <summary>Finds this exception in an exception or its causes, since handlers wrap exceptions.</summary>
    public static ForeignOriginException? In(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is ForeignOriginException foreign)
            {
                return foreign;
            }
        }

        return null;
    }
}
