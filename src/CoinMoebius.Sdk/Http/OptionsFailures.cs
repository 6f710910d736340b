namespace CoinMoebius.Sdk.Http;

/// <summary>Helpers for the validation of options.</summary>
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

    /// <summary>True for text that is valid in a credential header: visible ASCII without spaces, not empty.</summary>
    public static bool IsHeaderToken(string? text) => !string.IsNullOrEmpty(text) && text!.All(static c => c is > ' ' and <= '~');
}
