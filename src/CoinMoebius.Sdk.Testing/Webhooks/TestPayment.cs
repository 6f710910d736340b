using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A payment to make a provider's webhook of. Every field has a sensible value; set those a test is about.</summary>
public sealed record TestPayment
{
    /// <summary>The provider's payment id; <see cref="IWebhookSigner.CreatePaymentId"/> makes ones of the right form.</summary>
    public required string PaymentId { get; init; }

    /// <summary>The status that the webhook reports.</summary>
    public PaymentStatus Status { get; init; } = PaymentStatus.Succeeded;

    /// <summary>The price in major units of <see cref="Currency"/>.</summary>
    public decimal Amount { get; init; } = 19.99m;

    /// <summary>The part of <see cref="Amount"/> that moved: received of a partial payment, returned by a refund. All of it when null.</summary>
    public decimal? MovedAmount { get; init; }

    /// <summary>The upper-case currency code.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The merchant's order reference, where the provider carries one.</summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's id of the buyer, where the provider carries one.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>Further merchant metadata, where the provider carries it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The id of the event; a fresh one of the provider's form when null.</summary>
    public string? EventId { get; init; }

    /// <summary>True for a test-mode event, where the provider tells them apart.</summary>
    public bool IsTest { get; init; } = true;

    /// <summary><see cref="MovedAmount"/>, else <see cref="Amount"/>.</summary>
    internal decimal Moved => MovedAmount ?? Amount;

    /// <summary>The merchant metadata with <see cref="CustomerRef"/> in it.</summary>
    internal Dictionary<string, string> MetadataWithCustomer()
    {
        var all = Metadata.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (CustomerRef is not null)
        {
            all["customerRef"] = CustomerRef;
        }

        return all;
    }
}
