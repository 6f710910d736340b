using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;

namespace Shop;

/// <summary>Letters with money in them, which the shop opens and counts itself: no provider, no webhook, no fee.</summary>
public sealed class ManualRail(PayByMail mail, PayByMailOptions options) : IRail
{
    public PaymentProvider Provider => PaymentProvider.Manual;

    public string Name => "Pay by mail";

    public RailKind Kind => RailKind.Mail;

    public async Task<RailStart> StartAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var payment = await mail.CreateAsync(purchase, cancellationToken);
        var checkout = payment.ToCheckout(options.MailingAddress, options.Instructions);
        return new(checkout.TransactionId)
        {
            Instructions = Instructions.Of(checkout),
            Letter = payment,
            Status = PaymentStatus.Values.PendingManual,
        };
    }
}

/// <summary>What buyers are told.</summary>
public sealed class PayByMailOptions
{
    /// <summary>Where letters go; one line a line of the address.</summary>
    public string MailingAddress { get; set; } = "Loop & Thread\nPO Box 1\nSpringfield";

    public string Instructions { get; set; } = "Write the code on the envelope and on a note inside. We send your order when we have opened it.";
}
