using System.Text.Json;
using CoinMoebius.Sdk.Webhooks.Json;

namespace CoinMoebius.Sdk.Providers.MoneyButton.Json;

/// <summary>The errors of a document, in the form of the API or of OAuth. They count whatever the HTTP status was.</summary>
internal static class ErrorList
{
    public static IReadOnlyList<MoneyButtonError> Read(JsonElement root)
    {
        if (root.At("error").Text() is { } error)
        {
            return [new() { Title = error, Detail = root.At("error_description").Text() }];
        }

        return root.At("errors").ValueKind == JsonValueKind.Array ? [.. root.At("errors").EnumerateArray().Select(One)] : [];
    }

    private static MoneyButtonError One(JsonElement entry) => entry.ValueKind == JsonValueKind.Object
        ? entry.Deserialize(MoneyButtonJson.Default.MoneyButtonError)!
        : new() { Title = entry.Text() };
}
