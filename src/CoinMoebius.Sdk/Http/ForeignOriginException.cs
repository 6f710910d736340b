namespace CoinMoebius.Sdk.Http;

/// <summary>A request was about to leave for another origin than it was made for, or was answered there. Never tried again.</summary>
internal sealed class ForeignOriginException(string message) : Exception(message)
{
    private const string Advice = "Set AllowAutoRedirect = false in the handler of the HttpClient, and check the option BaseAddress.";

    public static ForeignOriginException Leaving(Uri? target, Uri origin) => new(
        $"A request for {Origin.NameOf(origin)} was about to follow a redirect to {Origin.NameOf(target)}, and was stopped before it left. {Advice}");

    public static ForeignOriginException Answered(Uri? target, Uri origin) => new(
        $"A request for {Origin.NameOf(origin)} was answered by {Origin.NameOf(target)}: a redirect was followed. The answer is not used. {Advice} "
        + "If you do not know the other origin, replace the credentials.");

    /// <summary>The one in an exception or its causes, since handlers wrap what is thrown below them.</summary>
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
