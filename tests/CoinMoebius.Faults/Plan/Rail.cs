using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Faults.Plan;

/// <summary>One provider as a sender: its own bodies, signed with its own scheme.</summary>
/// <param name="provider">The provider.</param>
/// <param name="section">The Shop's configuration section of its webhooks.</param>
/// <param name="secret">The secret that the Shop is told.</param>
public abstract class Rail(PaymentProvider provider, string section, string secret)
{
    public PaymentProvider Provider => provider;

    public string Section => section;

    public string Secret => secret;

    /// <summary>One that the Shop does not know.</summary>
    public string WrongSecret { get; } = NewSecret(secret);

    /// <summary>True where the id of a delivery is signed, apart from that of the event.</summary>
    public virtual bool HasDeliveryIds => false;

    public IReadOnlyCollection<PaymentStatus> Statuses => Signer.Statuses;

    public IReadOnlyCollection<RefundStatus> RefundStatuses => Signer.RefundStatuses;

    public IReadOnlyCollection<DisputeOutcome> DisputeOutcomes => Signer.DisputeOutcomes;

    /// <summary>How it reports a refund that leaves something.</summary>
    public PaymentStatus StatusOfPart => Statuses.Contains(PaymentStatus.PartiallyRefunded) ? PaymentStatus.PartiallyRefunded : PaymentStatus.Refunded;

    /// <summary>Makes ids and says what the provider tells.</summary>
    protected abstract IWebhookSigner Signer { get; }

    public string PaymentId(int number) => Signer.CreatePaymentId(number);

    /// <summary>The body of an event; the same for the same arguments.</summary>
    public abstract byte[] CreateBody(TestPayment payment, DateTimeOffset occurredAt, string? deliveryId);

    public abstract SignedWebhook Sign(byte[] body, string eventId, string secret, TimeProvider clock);

    public static IReadOnlyList<Rail> CreateAll(int seed) =>
        [new StripeRail(NewSecret($"stripe {seed}")), new MakePayRail(NewSecret($"makepay {seed}")), new DodoPaymentsRail(NewSecret($"dodo {seed}"))];

    private static string NewSecret(string from) => "whsec_" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(from)));
}
