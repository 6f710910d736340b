using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The price before fees: money, or an amount of a token.</summary>
/// <remarks>
/// JSON: <c>{"cents":1999,"currency":"USD"}</c>, <c>{"cents":1999}</c> or <c>{"address":"…","amount":"1.5","decimals":6}</c>. Source:
/// <c>Subtotal</c> of https://docs.coinflow.cash/openapi.json. The minimum amount depends on the account.
/// </remarks>
[JsonConverter(typeof(CoinflowSubtotalJsonConverter))]
public sealed record CoinflowSubtotal
{
    private CoinflowSubtotal()
    {
    }

    /// <summary>The money; null for a token.</summary>
    public CoinflowMoney? Money { get; private init; }

    /// <summary>The address of the token's contract; null for money.</summary>
    public string? TokenAddress { get; private init; }

    /// <summary>The amount of the token; null for money.</summary>
    public decimal? TokenAmount { get; private init; }

    /// <summary>The decimal places of the token, if given.</summary>
    public int? TokenDecimals { get; private init; }

    /// <summary>Creates a subtotal from money.</summary>
    /// <param name="money">The money.</param>
    public static implicit operator CoinflowSubtotal(CoinflowMoney money) => FromMoney(money);

    /// <summary>Creates a subtotal from money.</summary>
    /// <param name="money">The money.</param>
    /// <exception cref="ArgumentNullException"><paramref name="money"/> is null.</exception>
    public static CoinflowSubtotal FromMoney(CoinflowMoney money)
    {
        ArgumentNullException.ThrowIfNull(money);
        return new() { Money = money };
    }

    /// <summary>Creates a subtotal from an amount of a token.</summary>
    /// <param name="address">The address of the token's contract.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="decimals">The token's decimal places; null to leave them to Coinflow.</param>
    /// <exception cref="ArgumentException">The address is empty.</exception>
    public static CoinflowSubtotal FromToken(string address, decimal amount, int? decimals = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        return new() { TokenAddress = address, TokenAmount = amount, TokenDecimals = decimals };
    }

    /// <summary>The amount.</summary>
    public override string ToString() =>
        Money?.ToString() ?? (TokenAmount ?? 0m).ToString(CultureInfo.InvariantCulture) + " " + TokenAddress;

    internal static CoinflowSubtotal? From(CoinflowMoney? money, string? address, decimal? amount, int? decimals) =>
        money is not null ? FromMoney(money)
        : address is null ? null
        : new() { TokenAddress = address, TokenAmount = amount, TokenDecimals = decimals };
}

internal sealed class CoinflowSubtotalJsonConverter : JsonConverter<CoinflowSubtotal>
{
    public override CoinflowSubtotal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var root = JsonElement.ParseValue(ref reader);
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return CoinflowSubtotal.From(
            root.Deserialize(CoinflowJson.Default.CoinflowMoney),
            root.At("address").Text(),
            root.At("amount").Decimal(),
            root.At("decimals").Whole() is >= 0 and <= byte.MaxValue and var decimals ? (int)decimals : null);
    }

    public override void Write(Utf8JsonWriter writer, CoinflowSubtotal value, JsonSerializerOptions options)
    {
        if (value.Money is { } money)
        {
            JsonSerializer.Serialize(writer, money, CoinflowJson.Default.CoinflowMoney);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("address", value.TokenAddress);
        writer.WriteString("amount", (value.TokenAmount ?? 0m).ToString(CultureInfo.InvariantCulture));
        if (value.TokenDecimals is { } decimals)
        {
            writer.WriteNumber("decimals", decimals);
        }

        writer.WriteEndObject();
    }
}
