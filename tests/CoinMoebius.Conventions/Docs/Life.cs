using CoinMoebius.Fuzz;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Conventions.Docs;

/// <summary>What one provider tells, by its signer and its verifier.</summary>
internal sealed class Life(Subject subject)
{
    public const decimal Price = 20m;
    public const decimal Part = 5m;

    private readonly IWebhookSigner _signer = subject.Signer!;

    public static IEnumerable<Life> All => Subjects.All.Where(subject => subject.Signer is not null).DistinctBy(subject => subject.Signer!.Provider)
        .OrderBy(subject => subject.Signer!.Provider.Value, StringComparer.Ordinal).Select(subject => new Life(subject));

    public string Name => _signer.Provider.Value;

    public IWebhookSigner Signer => _signer;

    /// <summary>The payment's id.</summary>
    public string PaymentId => _signer.CreatePaymentId(42);

    /// <summary>What a merchant hears; null where the provider has no such webhook.</summary>
    public async Task<PaymentEvent?> HearAsync(TestPayment told) =>
        _signer.Supports(told) ? (await VerifyAsync(_signer.Sign(told))) as PaymentEvent : null;

    /// <summary>The same of a subscription.</summary>
    public async Task<SubscriptionEvent?> HearAsync(TestSubscription told) =>
        _signer.SubscriptionTypes.Contains(told.Type) ? (await VerifyAsync(_signer.SignSubscription(told))) as SubscriptionEvent : null;

    public TestPayment Payment(string eventId) => new()
    {
        PaymentId = PaymentId,
        EventId = eventId,
        Amount = Price,
        Reference = "order-7",
        IsTest = false,
    };

    public TestPayment Refund(string eventId, string id, decimal amount, decimal total, RefundStatus? status = null) => Payment(eventId) with
    {
        Refund = new() { Id = id, Amount = amount, TotalAmount = total, IsFull = total == Price, Status = status ?? RefundStatus.Succeeded },
    };

    public TestPayment Dispute(string eventId, DisputeOutcome outcome) => Payment(eventId) with { Dispute = new() { Id = "dp1", Amount = Price, Outcome = outcome } };

    private async Task<WebhookEvent> VerifyAsync(SignedWebhook signed) =>
        (await subject.Verifier.VerifyAsync(signed.ToRequest())).EnsureVerified() with { IsTest = false };
}
