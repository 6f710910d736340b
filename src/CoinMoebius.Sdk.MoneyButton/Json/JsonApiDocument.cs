using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton.Json;

/// <summary>
/// A JSON:API document (jsonapi.org/format/1.0) of version 1 of the API: it converts resources to plain objects in camelCase, and nests
/// related resources in their owners.
/// </summary>
internal sealed class JsonApiDocument
{
    private readonly JsonElement _root;
    private readonly Dictionary<(string Type, string Id), JsonElement> _included = [];

    public JsonApiDocument(JsonElement root)
    {
        _root = root;
        var ambiguous = new HashSet<(string, string)>();
        foreach (var resource in Items(Member(root, "included")))
        {
            if (KeyOf(resource) is not { } key)
            {
                continue;
            }

            if (_included.ContainsKey(key))
            {
                ambiguous.Add(key);
            }

            _included[key] = resource;
        }

        // The id of an output may be only its position. A resource of several payments cannot be assigned to one of them.
        var related = Items(root.At("data")).SelectMany(payment => References(payment, "paymentOutputs").Concat(References(payment, "cryptoOperations")));
        ambiguous.UnionWith(related.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key));
        foreach (var key in ambiguous)
        {
            _included.Remove(key);
        }
    }

    /// <summary>Returns a member of <c>meta</c>.</summary>
    public JsonElement Meta(string name) => Member(Member(_root, "meta"), name);

    /// <summary>Reads a payment with its outputs and crypto operations; returns null when the element is not a resource.</summary>
    public MoneyButtonPayment? ReadPayment(JsonElement resource)
    {
        var payment = ReadResource(resource, MoneyButtonJson.Default.MoneyButtonPayment);
        return payment is null
            ? null
            : payment with
            {
                PaymentOutputs = Related(resource, "paymentOutputs", MoneyButtonJson.Default.MoneyButtonOutput) ?? payment.PaymentOutputs,
                CryptoOperations = Related(resource, "cryptoOperations", MoneyButtonJson.Default.MoneyButtonCryptoOperation) ?? payment.CryptoOperations,
            };
    }

    /// <summary>Reads a resource's id and attributes as one object; returns null when the element is not a resource.</summary>
    public static T? ReadResource<T>(JsonElement resource, JsonTypeInfo<T> type)
        where T : class
    {
        if (resource.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var names = type.Properties.Where(property => !property.IsExtensionData).ToDictionary(property => Fold(property.Name), property => property.Name);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            if (resource.At("id") is { ValueKind: not JsonValueKind.Undefined } id)
            {
                writer.WritePropertyName("id");
                id.WriteTo(writer);
            }

            foreach (var attribute in Members(Member(resource, "attributes")))
            {
                var folded = Fold(attribute.Name);
                if (folded != "id" || resource.At("id").ValueKind == JsonValueKind.Undefined)
                {
                    writer.WritePropertyName(names.TryGetValue(folded, out var name) ? name : attribute.Name);
                    attribute.Value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return JsonSerializer.Deserialize(new ReadOnlySpan<byte>(stream.GetBuffer(), 0, (int)stream.Length), type);
    }

    /// <summary>Returns the items of an array; none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private T[]? Related<T>(JsonElement resource, string relationship, JsonTypeInfo<T> type)
        where T : class
    {
        var related = References(resource, relationship)
            .Select(key => _included.TryGetValue(key, out var included) ? ReadResource(included, type) : null).OfType<T>().ToArray();
        return related.Length == 0 ? null : related;
    }

    private static IEnumerable<(string Type, string Id)> References(JsonElement resource, string relationship) =>
        Items(Member(Member(resource, "relationships"), relationship).At("data")).Select(KeyOf).OfType<(string, string)>();

    private static (string Type, string Id)? KeyOf(JsonElement resource) =>
        resource.At("type").Text() is { } type && resource.At("id").TextOrNumber() is { } id ? (Fold(type), id) : null;

    /// <summary>Returns the member whose folded name equals that of <paramref name="name"/>, or an undefined element.</summary>
    private static JsonElement Member(JsonElement element, string name) =>
        Members(element).Where(member => Fold(member.Name) == Fold(name)).Select(member => member.Value).LastOrDefault();

    private static IEnumerable<JsonProperty> Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    /// <summary>
    /// Returns the common form of a name's spellings: <c>fee-amount-usd</c>, <c>fee_amount_usd</c> and <c>feeAmountUsd</c> are equal.
    /// </summary>
    private static string Fold(string name) =>
        new([.. name.Where(c => c is not ('-' or '_')).Select(c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c)]);
}
