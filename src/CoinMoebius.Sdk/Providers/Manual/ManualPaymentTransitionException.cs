using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>The state of a payment by mail does not allow the step. Another person may have changed it meanwhile: read the payment again.</summary>
public sealed class ManualPaymentTransitionException : ManualPaymentException
{
    internal ManualPaymentTransitionException(PaymentStatus from, PaymentStatus to, string hint)
        : base($"A manual payment cannot go from {from} to {to}. {hint}") => (From, To) = (from, to);

    /// <summary>The current status of the payment.</summary>
    public PaymentStatus From { get; }

    /// <summary>The status that the step would have set.</summary>
    public PaymentStatus To { get; }
}
