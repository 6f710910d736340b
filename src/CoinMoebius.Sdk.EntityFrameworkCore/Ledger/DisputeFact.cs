using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>The combined contents of all events of one dispute.</summary>
/// <param name="Id">The provider's id of the dispute; empty where it has none.</param>
/// <param name="Outcome">The outcome; a decision outweighs the opening.</param>
/// <param name="IsInquiry">Whether no money has been withdrawn, according to the event of the outcome.</param>
internal sealed record DisputeFact(string Id, Reported<string> Outcome, bool IsInquiry)
{
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? RespondBy { get; init; }

    /// <summary>True while the payment counts as disputed.</summary>
    public bool CountsAsDisputed => Outcome.Value != DisputeOutcome.Values.Won;

    public static DisputeFact Of(PaymentEvent payment, PaymentDispute dispute) => new(
        dispute.Id is { } id ? StoredText.Id(id) : "",
        new(dispute.Outcome.Value, EventOrder.Of(payment, dispute.Outcome == DisputeOutcome.Open ? 0 : 1)),
        dispute.IsInquiry)
    {
        Amount = dispute.Amount,
        Currency = payment.Currency,
        Reason = dispute.Reason,
        RespondBy = dispute.RespondBy,
    };

    public DisputeFact Merge(DisputeFact other)
    {
        var later = Outcome.By.CompareTo(other.Outcome.By) >= 0 ? this : other;
        return later with
        {
            Amount = RefundFact.Greater(Amount, other.Amount),
            Currency = RefundFact.Greater(Currency, other.Currency),
            Reason = RefundFact.Greater(Reason, other.Reason),
            RespondBy = RefundFact.Greater(RespondBy, other.RespondBy),
        };
    }

    public PaymentDispute ToDispute() => new()
    {
        Id = Id.Length == 0 ? null : Id,
        Amount = Amount,
        Reason = Reason,
        Outcome = new(Outcome.Value),
        IsInquiry = IsInquiry,
        RespondBy = RespondBy,
    };
}
