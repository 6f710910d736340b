using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton.Json;

/// <summary>
/// A JSON:API document (jsonapi.org/format/1.0) of version 1 of the API: its resources become plain objects in camelCase, and related
/// resources are put where they belong.
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

        // The id of an output may be its position only. What belongs to several payments belongs to none of them for sure.
        var related = Items(root.At("data")).SelectMany(payment => References(payment, "paymentOutputs").Concat(References(payment, "cryptoOperations")));
        ambiguous.UnionWith(related.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key));
        foreach (var key in ambiguous)
        {
            _included.Remove(key);
        }
    }

    /// <summary>A member of <c>meta</c>.</summary>
    public JsonElement Meta(string name) => Member(Member(_root, "meta"), name);

    /// <summary>A payment with its outputs and crypto operations; null when it is no resource.</summary>
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

    /// <summary>A resource's id and attributes as one object; null when it is none.</summary>
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

    /// <summary>The items of an array; none for anything else.</summary>
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

    /// <summary>The member whose name folds to <paramref name="name"/>'s, or an undefined element.</summary>
    private static JsonElement Member(JsonElement element, string name) =>
        Members(element).Where(member => Fold(member.Name) == Fold(name)).Select(member => member.Value).LastOrDefault();

    private static IEnumerable<JsonProperty> Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    /// <summary>A name as all its spellings have it: <c>fee-amount-usd</c>, <c>fee_amount_usd</c> and <c>feeAmountUsd</c> are one.</summary>
    private static string Fold(string name) =>
        new([.. name.Where(c => c is not ('-' or '_')).Select(c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c)]);
}
