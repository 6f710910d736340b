using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk;

/// <summary>The id of a payment provider or gateway, such as <c>stripe</c>.</summary>
/// <remarks>An open value: it keeps text unknown to this SDK unchanged and compares it ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(PaymentProviderJsonConverter))]
public readonly record struct PaymentProvider
{
    private readonly string? _value;

    /// <summary>Wraps a text from the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public PaymentProvider(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>True for a provider whose page requires a posted form with a token instead of a redirect.</summary>
    internal bool TakesForms => Value == Values.AuthorizeNet;

    /// <summary>Stripe.</summary>
    public static PaymentProvider Stripe { get; } = new(Values.Stripe);

    /// <summary>PayPal.</summary>
    public static PaymentProvider PayPal { get; } = new(Values.PayPal);

    /// <summary>Square.</summary>
    public static PaymentProvider Square { get; } = new(Values.Square);

    /// <summary>Authorize.Net.</summary>
    public static PaymentProvider AuthorizeNet { get; } = new(Values.AuthorizeNet);

    /// <summary>NOWPayments.</summary>
    public static PaymentProvider NowPayments { get; } = new(Values.NowPayments);

    /// <summary>Coinbase Business.</summary>
    public static PaymentProvider CoinbaseBusiness { get; } = new(Values.CoinbaseBusiness);

    /// <summary>Cryptomus.</summary>
    public static PaymentProvider Cryptomus { get; } = new(Values.Cryptomus);

    /// <summary>Dodo Payments.</summary>
    public static PaymentProvider DodoPayments { get; } = new(Values.DodoPayments);

    /// <summary>MakePay.</summary>
    public static PaymentProvider MakePay { get; } = new(Values.MakePay);

    /// <summary>Monero, through the merchant's own indexer.</summary>
    public static PaymentProvider Monero { get; } = new(Values.Monero);

    /// <summary>Pay by mail.</summary>
    public static PaymentProvider Manual { get; } = new(Values.Manual);

    /// <summary>Inqud.</summary>
    public static PaymentProvider Inqud { get; } = new(Values.Inqud);

    /// <summary>Coinflow.</summary>
    public static PaymentProvider Coinflow { get; } = new(Values.Coinflow);

    /// <summary>Money Button (historical).</summary>
    public static PaymentProvider MoneyButton { get; } = new(Values.MoneyButton);

    /// <summary>Mobbex.</summary>
    public static PaymentProvider Mobbex { get; } = new(Values.Mobbex);

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(PaymentProvider other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns the text of this value.</summary>
    public override string ToString() => Value;

    /// <summary>The texts as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>Stripe.</summary>
        public const string Stripe = "stripe";

        /// <summary>PayPal.</summary>
        public const string PayPal = "paypal";

        /// <summary>Square.</summary>
        public const string Square = "square";

        /// <summary>Authorize.Net.</summary>
        public const string AuthorizeNet = "authorizenet";

        /// <summary>NOWPayments.</summary>
        public const string NowPayments = "nowpayments";

        /// <summary>Coinbase Business.</summary>
        public const string CoinbaseBusiness = "coinbase-business";

        /// <summary>Cryptomus.</summary>
        public const string Cryptomus = "cryptomus";

        /// <summary>Dodo Payments.</summary>
        public const string DodoPayments = "dodopayments";

        /// <summary>MakePay.</summary>
        public const string MakePay = "makepay";

        /// <summary>Monero, through the merchant's own indexer.</summary>
        public const string Monero = "monero";

        /// <summary>Pay by mail.</summary>
        public const string Manual = "manual";

        /// <summary>Inqud.</summary>
        public const string Inqud = "inqud";

        /// <summary>Coinflow.</summary>
        public const string Coinflow = "coinflow";

        /// <summary>Money Button (historical).</summary>
        public const string MoneyButton = "moneybutton";

        /// <summary>Mobbex.</summary>
        public const string Mobbex = "mobbex";
    }
}

internal sealed class PaymentProviderJsonConverter() : OpenValueJsonConverter<PaymentProvider>(static text => new(text), static value => value.Value);
