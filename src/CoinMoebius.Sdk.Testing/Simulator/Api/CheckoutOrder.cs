using System.Text.Json;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The body of a checkout, validated against the catalogue.</summary>
internal sealed record CheckoutOrder(SimulatorProduct Product, decimal Price, string Currency, Dictionary<string, string> Metadata)
{
    private const int MaxMetadataEntries = 100;

    /// <summary>Reads a body. The result is a <see cref="CheckoutOrder"/> or an <see cref="ApiError"/>.</summary>
    public static (CheckoutOrder? Request, ApiError? Error) Read(JsonElement body, IEnumerable<SimulatorProduct> catalogue)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, ApiError.BadRequest("invalid_json", "The body must be a JSON object."));
        }

        if (!body.TryGetProperty("productId", out var id) || id.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(id.GetString()))
        {
            return (null, ApiError.BadRequest("product_required", "productId is required and must be a text."));
        }

        if (catalogue.FirstOrDefault(product => product.Id == id.GetString()) is not { } product)
        {
            return (null, ApiError.Invalid("product_unknown", "productId is not in the catalogue."));
        }

        if (!TryReadMetadata(body, out var metadata))
        {
            return (null, ApiError.BadRequest("invalid_metadata", $"metadata must be an object of at most {MaxMetadataEntries} entries."));
        }

        if (!HasSafePage(metadata, CheckoutMetadata.ReturnUrl) || !HasSafePage(metadata, CheckoutMetadata.CancelUrl))
        {
            return (null, ApiError.Invalid("invalid_return_url", "metadata.returnUrl and metadata.cancelUrl must be https, or http on this machine."));
        }

        // The catalogue's price overrides that of the request.
        return product is { Price: { } price, Currency: { } currency }
            ? (new(product, price, currency.ToUpperInvariant(), metadata), null)
            : ReadBuyerPrice(body, product, metadata);
    }

    private static (CheckoutOrder? Request, ApiError? Error) ReadBuyerPrice(
        JsonElement body, SimulatorProduct product, Dictionary<string, string> metadata)
    {
        var currency = body.TryGetProperty("currency", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString()! : null;
        var amount = body.TryGetProperty("amount", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out var value)
            ? value
            : (decimal?)null;
        if (amount is null || currency is null)
        {
            return (null, ApiError.Invalid("amount_required", "The buyer sets the price of this product: amount (a number) and currency are required."));
        }

        currency = currency.ToUpperInvariant();
        return Money.IsValid(amount.Value, currency)
            ? (new(product, amount.Value, currency, metadata), null)
            : (null, ApiError.Invalid("amount_invalid", "amount must be above zero and have no more decimals than the currency."));
    }

    private static bool TryReadMetadata(JsonElement body, out Dictionary<string, string> metadata)
    {
        metadata = new(StringComparer.Ordinal);
        if (!body.TryGetProperty("metadata", out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() > MaxMetadataEntries)
        {
            return false;
        }

        foreach (var entry in element.EnumerateObject())
        {
            metadata[entry.Name] = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : entry.Value.GetRawText();
        }

        return true;
    }

    private static bool HasSafePage(Dictionary<string, string> metadata, string name) =>
        !metadata.TryGetValue(name, out var text) || (Uri.TryCreate(text, UriKind.Absolute, out var url) && LoopbackUrl.IsSafePage(url));
}
