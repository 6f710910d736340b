using System.Globalization;
using System.Text.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Json;

/// <summary>Converts a JSON object to form fields: <c>flow_data[type]</c>, <c>expand[0]</c>. Source: docs.stripe.com/api, "form-encoded".</summary>
internal static class StripeForm
{
    /// <exception cref="ArgumentException">A member occurs twice: parsers disagree on such a form.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(JsonElement request, string parameterName)
    {
        var fields = new List<KeyValuePair<string, string>>();
        Add(fields, "", request);
        var twice = fields.GroupBy(field => field.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        return twice is null
            ? fields
            : throw new ArgumentException($"AdditionalFields holds \"{twice.Key}\", which has its own property: set that instead.", parameterName);
    }

    private static void Add(List<KeyValuePair<string, string>> fields, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(fields, name.Length == 0 ? member.Name : $"{name}[{member.Name}]", member.Value);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Add(fields, $"{name}[{index++.ToString(CultureInfo.InvariantCulture)}]", item);
                }

                break;
            case JsonValueKind.String:
                fields.Add(new(name, value.GetString()!));
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                fields.Add(new(name, value.GetRawText()));
                break;
        }
    }
}
