using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>The state of a payment by mail does not allow the step. Often somebody else was faster: read the payment again.</summary>
public sealed class ManualPaymentTransitionException : ManualPaymentException
{
    internal ManualPaymentTransitionException(PaymentStatus from, PaymentStatus to, string hint)
        : base($"A manual payment cannot go from {from} to {to}. {hint}") => (From, To) = (from, to);

    /// <summary>Where the payment stands.</summary>
    public PaymentStatus From { get; }

    /// <summary>Where the step would have led.</summary>
    public PaymentStatus To { get; }
}
