using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton.Json;

/// <summary>The errors of a document, in the form of the API or of OAuth. They count whatever the HTTP status was.</summary>
internal static class ErrorList
{
    /// <summary>The errors, or null when the document is none of errors. A list may be empty and is a failure all the same.</summary>
    public static IReadOnlyList<MoneyButtonError>? Read(JsonElement root)
    {
        if (root.At("error").Exists())
        {
            return [new() { Title = root.At("error").Text(), Detail = root.At("error_description").Text() }];
        }

        return root.At("errors").Exists() ? [.. JsonApiDocument.Items(root.At("errors")).Select(One)] : null;
    }

    private static MoneyButtonError One(JsonElement entry) => entry.ValueKind == JsonValueKind.Object
        ? entry.Deserialize(MoneyButtonJson.Default.MoneyButtonError)!
        : new() { Title = entry.Text() };
}
