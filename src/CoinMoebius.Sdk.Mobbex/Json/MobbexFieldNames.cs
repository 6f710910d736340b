using System.Text.Json;

namespace CoinMoebius.Sdk.Mobbex.Json;

/// <summary>Rewrites a request with other spellings of the inferred names.</summary>
internal static class MobbexFieldNames
{
    public static readonly string[] Inferred =
    [
        "travel", "travelDate", "originData", "destinationData", "passengers", "identificationType", "routing", "birthDate",
        "closeOrReturnOnResult", "showWallet", "refundFee",
    ];

    // The merchant and the shop system name the members of these objects, not Mobbex.
    private static readonly string[] Foreign = ["metadata", "ecommerce"];

    public static bool IsInferred(string name) => Array.IndexOf(Inferred, name) >= 0;

    public static byte[] Apply(byte[] body, IDictionary<string, string> names)
    {
        if (names.Count == 0)
        {
            return body;
        }

        using var document = JsonDocument.Parse(body);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, document.RootElement, names);
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, IDictionary<string, string> names)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(names.TryGetValue(member.Name, out var other) ? other : member.Name);
                    if (Array.IndexOf(Foreign, member.Name) >= 0)
                    {
                        member.Value.WriteTo(writer);
                    }
                    else
                    {
                        Write(writer, member.Value, names);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item, names);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
