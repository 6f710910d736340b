using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton.Json;

/// <summary>Reads the errors of a document, in the form of the API or of OAuth. They count regardless of the HTTP status.</summary>
internal static class ErrorList
{
    /// <summary>Returns the errors, or null when the document has none. An empty list is a failure too.</summary>
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
