namespace CoinMoebius.Sdk.Http;

/// <summary>Collects what is wrong with options.</summary>
internal static class OptionsFailures
{
    /// <summary>Adds the message unless the condition holds.</summary>
    public static void Require(this List<string> failures, bool condition, string message)
    {
        if (!condition)
        {
            failures.Add(message);
        }
    }

    /// <summary>True for text that can be the value of a credential's header: visible ASCII without spaces, and not empty.</summary>
    public static bool IsHeaderToken(string? text) => !string.IsNullOrEmpty(text) && text!.All(static c => c is > ' ' and <= '~');
}
