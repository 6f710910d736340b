using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Money in Coinflow's format: a whole number of minor units, and the currency unless it is US dollars.</summary>
/// <remarks>
/// <para>JSON: <c>{"cents":1999,"currency":"USD"}</c>; <c>{"cents":1999}</c> where the API uses its default currency.</para>
/// <para>
/// Read leniently: an object without a whole number of <c>cents</c> is null, never zero. Source:
/// <c>CurrencyCents</c> and <c>Cents</c> of https://docs.coinflow.cash/openapi.json.
/// </para>
/// </remarks>
[JsonConverter(typeof(CoinflowMoneyJsonConverter))]
public sealed record CoinflowMoney
{
    /// <summary>The currency of an amount without one.</summary>
    public const string DefaultCurrency = "USD";

    /// <summary>The amount in minor units.</summary>
    public long Cents { get; init; }

    /// <summary>The ISO 4217 code in the JSON; null where none is sent, which means <see cref="DefaultCurrency"/>.</summary>
    public string? Currency { get; init; }

    /// <summary><see cref="Currency"/> in upper case, or <see cref="DefaultCurrency"/>.</summary>
    [JsonIgnore]
    public string CurrencyCode => string.IsNullOrWhiteSpace(Currency) ? DefaultCurrency : Currency!.Trim().ToUpperInvariant();

    /// <summary>The amount in major units, by the decimals of ISO 4217: a hundredth of <see cref="Cents"/> in most currencies.</summary>
    /// <remarks>
    /// Coinflow does not document whether currencies without minor units (JPY, KRW, CLP) are multiplied by 100 too. This type reads
    /// them like webhook events, so that both agree: compare <see cref="Cents"/> with what you sent, and ask Coinflow before you use such a currency.
    /// </remarks>
    [JsonIgnore]
    public decimal Amount => CurrencyUnits.ToMajor(Cents, CurrencyCode);

    /// <summary>Creates an amount from minor units.</summary>
    /// <param name="cents">The minor units: 1999 is 19.99.</param>
    /// <param name="currency">The ISO 4217 code; null for US dollars.</param>
    public static CoinflowMoney FromCents(long cents, string? currency = null) => new() { Cents = cents, Currency = currency };

    /// <summary>Creates an amount from major units, in currencies with two decimals.</summary>
    /// <param name="amount">The amount, with two decimal places at most: 19.99.</param>
    /// <param name="currency">The ISO 4217 code; null for US dollars.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="amount"/> has a fraction of a cent or is too large, or Coinflow does not document how it counts the currency.
    /// </exception>
    public static CoinflowMoney FromAmount(decimal amount, string? currency = null)
    {
        if (CurrencyUnits.GetExponent(currency ?? DefaultCurrency) != 2)
        {
            throw new ArgumentException(
                "Coinflow does not document the minor units of a currency without two decimals: ask Coinflow, and use FromCents.", nameof(currency));
        }

        var cents = Math.Abs(amount) <= long.MaxValue / 100 ? amount * 100m : throw new ArgumentException("The amount is too large.", nameof(amount));
        return cents == decimal.Truncate(cents)
            ? FromCents((long)cents, currency)
            : throw new ArgumentException("Coinflow counts whole cents: round the amount to two decimal places.", nameof(amount));
    }

    /// <summary>The amount and the currency: <c>19.99 USD</c>.</summary>
    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture) + " " + CurrencyCode;
}

internal sealed class CoinflowMoneyJsonConverter : LenientJsonConverter<CoinflowMoney>
{
    public override void Write(Utf8JsonWriter writer, CoinflowMoney? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("cents", value!.Cents);
        if (value.Currency is { } currency)
        {
            writer.WriteString("currency", currency);
        }

        writer.WriteEndObject();
    }

    protected override bool TryRead(ref Utf8JsonReader reader, out CoinflowMoney? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        long? cents = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCents = reader.ValueTextEquals("cents"u8);
            var isCurrency = reader.ValueTextEquals("currency"u8);
            reader.Read();
            if (isCents)
            {
                cents = Whole(ref reader);
            }
            else if (isCurrency && reader.TokenType == JsonTokenType.String)
            {
                currency = reader.GetString();
            }

            reader.Skip();
        }

        // The object has been read to its end either way.
        value = cents is { } known ? new CoinflowMoney { Cents = known, Currency = currency } : null;
        return true;
    }

    private static long? Whole(ref Utf8JsonReader reader)
    {
        var number = 0m;
        var read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out number),
            JsonTokenType.String => decimal.TryParse(
                reader.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number),
            _ => false,
        };

        return read && number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? (long)number : null;
    }
}
