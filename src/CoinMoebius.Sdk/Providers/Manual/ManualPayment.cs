using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// A payment by mail that the merchant runs: the buyer sends a letter with money and a code on it, and a person counts what came.
/// </summary>
/// <remarks>
/// <para>
/// Immutable: every step gives a new value and leaves the old one as it was. <c>pending_manual</c> becomes <c>succeeded</c>,
/// <c>manual_canceled</c> or <c>manual_expired</c>; <c>succeeded</c> may become <c>manual_revoked</c>; <c>manual_expired</c> may be opened
/// again, explicitly, for a letter that comes late. Any other step throws <see cref="ManualPaymentTransitionException"/>.
/// </para>
/// <para>
/// Two people, or two clicks, may read the same payment and both take a step. So store with compare-and-set: write only where the
/// stored <see cref="Version"/> is the one that was read, and start over when it is not. Source of the states: the pages "Pay by mail"
/// and "Statuses" of Coin Moebius.
/// </para>
/// <para>
/// As JSON it is one object that <see cref="JsonSerializer"/>, <see cref="ToJson"/> and <see cref="FromJson"/> write and check alike.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(ManualPaymentJsonConverter))]
public sealed class ManualPayment
{
    private readonly ManualPaymentChange[] _changes;

    private ManualPayment(ManualPayment terms, ManualPaymentChange[] changes)
    {
        (OrderId, ReferenceCode, CustomerRef) = (terms.OrderId, terms.ReferenceCode, terms.CustomerRef);
        (ExpectedAmount, Currency) = (terms.ExpectedAmount, terms.Currency);
        (CreatedAt, FirstExpiresAt) = (terms.CreatedAt, terms.FirstExpiresAt);
        _changes = changes;
        var last = changes[^1];
        Status = last.Status;
        ExpiresAt = last.ExpiresAt ?? terms.ExpiresAt;
        Receipt = last.Status == PaymentStatus.Succeeded ? last : terms.Receipt;
    }

    private ManualPayment(
        string orderId,
        ReferenceCode referenceCode,
        decimal expectedAmount,
        string currency,
        string? customerRef,
        DateTimeOffset createdAt,
        DateTimeOffset expiresAt)
    {
        (OrderId, ReferenceCode, CustomerRef) = (orderId, referenceCode, customerRef);
        (ExpectedAmount, Currency) = (expectedAmount, CurrencyUnits.Upper(currency));
        CreatedAt = createdAt.ToUniversalTime();
        ExpiresAt = FirstExpiresAt = expiresAt.ToUniversalTime();
        _changes = [];
        Status = PaymentStatus.PendingManual;
    }

    /// <summary>How long a letter may take unless said otherwise: 30 days.</summary>
    public static TimeSpan DefaultLifetime { get; } = TimeSpan.FromDays(30);

    /// <summary>The merchant's id of the order.</summary>
    public string OrderId { get; }

    /// <summary>The code on the letter; the merchant's own payments have different ones, see <see cref="ReferenceCodeFormat.CreateUnique"/>.</summary>
    public ReferenceCode ReferenceCode { get; }

    /// <summary>The merchant's own id of the buyer, or null.</summary>
    public string? CustomerRef { get; }

    /// <summary>What the letter should hold, in major units of <see cref="Currency"/>.</summary>
    public decimal ExpectedAmount { get; }

    /// <summary>The upper-case code of the currency, or of whatever the merchant takes by mail, for example <c>GOLDBACK</c>.</summary>
    public string Currency { get; }

    /// <summary>Where the payment stands, as the last step left it. Use <see cref="GetStatusAt"/> where an expiry may be due.</summary>
    public PaymentStatus Status { get; }

    /// <summary>When it was opened, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>From when on a letter is late, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>1 for a new payment, one more with every step. Compare it when storing.</summary>
    public int Version => _changes.Length + 1;

    /// <summary>Every step, oldest first: when, and who took it.</summary>
    public IReadOnlyList<ManualPaymentChange> Changes => new ReadOnlyCollection<ManualPaymentChange>(_changes);

    /// <summary>The step that confirmed the letter: what was counted, by whom and when. Null before; a revoked payment keeps it.</summary>
    public ManualPaymentChange? Receipt { get; }

    /// <summary>How what was received compares with what was expected; <see cref="AmountMatch.None"/> before.</summary>
    public AmountMatch AmountMatch => Compare(Receipt?.Amount).Match;

    /// <summary>What was received less what was expected, in major units: negative when something is missing. Null before.</summary>
    public decimal? Difference => Compare(Receipt?.Amount).Difference;

    /// <summary><see cref="ExpiresAt"/> before any reopening.</summary>
    internal DateTimeOffset FirstExpiresAt { get; }

    /// <summary>Opens a payment: <c>pending_manual</c>.</summary>
    /// <param name="request">The order, the amount and the code.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">A member of the request is not as described; the message says which.</exception>
    public static ManualPayment Create(ManualPaymentRequest request, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ReferenceCode == default)
        {
            throw new ArgumentException("The reference code is empty. Draw one with ReferenceCodeFormat.CreateUnique.", nameof(request));
        }

        var now = (timeProvider ?? TimeProvider.System).GetUtcNow();
        return Open(
            request.OrderId, request.ReferenceCode, request.ExpectedAmount, request.Currency, request.CustomerRef, now, Add(now, request.Lifetime));
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote, and checks it: the steps must be possible ones in their order.</summary>
    /// <param name="json">The JSON object.</param>
    /// <exception cref="JsonException">It is none, or one that cannot have come about; the message holds no value of it.</exception>
    public static ManualPayment FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, ManualPaymentJson.Default.ManualPayment) ?? throw new JsonException("The payment is null.");
    }

    /// <summary>
    /// Where the payment stands at a time: from <see cref="ExpiresAt"/> on <c>manual_expired</c>, even if nobody has called
    /// <see cref="Expire"/> yet.
    /// </summary>
    /// <param name="time">The time.</param>
    public PaymentStatus GetStatusAt(DateTimeOffset time) =>
        Status == PaymentStatus.PendingManual && time >= ExpiresAt ? PaymentStatus.ManualExpired : Status;

    /// <summary>Compares what came with what is expected, without taking a step.</summary>
    /// <param name="amount">What was counted, in major units; above zero.</param>
    /// <param name="currency">Its currency, in any case.</param>
    /// <exception cref="ArgumentException">The amount is not above zero, or the currency is no code.</exception>
    public AmountComparison Compare(decimal amount, string currency)
    {
        RequireAmount(amount, nameof(amount));
        RequireCurrency(currency, nameof(currency));
        return CurrencyUnits.Upper(currency) == Currency ? Compare(amount) : new(AmountMatch.OtherCurrency, null);
    }

    /// <summary>The letter came: <c>succeeded</c>, for the amount that was counted.</summary>
    /// <param name="amount">What was counted, in major units; above zero.</param>
    /// <param name="currency">Its currency, in any case; it must be <see cref="Currency"/>.</param>
    /// <param name="by">Who counted it: the merchant's own name of the person.</param>
    /// <param name="at">When.</param>
    /// <param name="acceptDifference">True when a person has seen that the amount differs, and takes it as payment in full.</param>
    /// <exception cref="ArgumentException">The amount is not above zero, the currency is no code, or nobody is named.</exception>
    /// <exception cref="ManualPaymentAmountException">The amount differs and nobody accepted it, or the currency is another one.</exception>
    /// <exception cref="ManualPaymentTransitionException">
    /// No letter is expected: see <see cref="ManualPaymentTransitionException.From"/>. An expired payment is received after
    /// <see cref="Reopen"/>.
    /// </exception>
    public ManualPayment MarkReceived(decimal amount, string currency, string by, DateTimeOffset at, bool acceptDifference = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var comparison = Compare(amount, currency);
        var next = Take(new(PaymentStatus.Succeeded, at.ToUniversalTime(), by) { Amount = amount });
        return comparison.Match == AmountMatch.Exact || (acceptDifference && comparison.Match != AmountMatch.OtherCurrency)
            ? next
            : throw new ManualPaymentAmountException(comparison);
    }

    /// <summary>Gives the payment up before a letter came: <c>manual_canceled</c>.</summary>
    /// <param name="by">Who does.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, if that is to be kept.</param>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    /// <exception cref="ManualPaymentTransitionException">It is not pending.</exception>
    public ManualPayment Cancel(string by, DateTimeOffset at, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return Take(new(PaymentStatus.ManualCanceled, at.ToUniversalTime(), by) { Reason = reason });
    }

    /// <summary>No letter came in time: <c>manual_expired</c>.</summary>
    /// <param name="at">When this is found; not before <see cref="ExpiresAt"/>.</param>
    /// <exception cref="ManualPaymentTransitionException">It is not pending, or not yet due.</exception>
    public ManualPayment Expire(DateTimeOffset at) => Take(new(PaymentStatus.ManualExpired, at.ToUniversalTime(), null));

    /// <summary>
    /// Opens an expired payment again, for a letter that came late: <c>pending_manual</c> with a new <see cref="ExpiresAt"/>. Receive it
    /// then as usual.
    /// </summary>
    /// <param name="by">Who does.</param>
    /// <param name="at">When.</param>
    /// <param name="lifetime">How long a letter may take from now on; <see cref="DefaultLifetime"/> when null.</param>
    /// <param name="reason">Why, if that is to be kept.</param>
    /// <exception cref="ArgumentException">Nobody is named, or the lifetime is not above zero.</exception>
    /// <exception cref="ManualPaymentTransitionException">It has not expired.</exception>
    public ManualPayment Reopen(string by, DateTimeOffset at, TimeSpan? lifetime = null, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var time = at.ToUniversalTime();
        return Take(new(PaymentStatus.PendingManual, time, by) { ExpiresAt = Add(time, lifetime), Reason = reason });
    }

    /// <summary>Undoes a receipt, for example because the money was not good: <c>manual_revoked</c>.</summary>
    /// <param name="by">Who does.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, if that is to be kept.</param>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    /// <exception cref="ManualPaymentTransitionException">Nothing was received, or it was revoked already.</exception>
    public ManualPayment Revoke(string by, DateTimeOffset at, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return Take(new(PaymentStatus.ManualRevoked, at.ToUniversalTime(), by) { Reason = reason });
    }

    /// <summary>What to show the buyer, in the shape in which the Cloud API answers a checkout by mail.</summary>
    /// <param name="mailingAddress">Where to send the letter; may have several lines.</param>
    /// <param name="instructions">Further words to the buyer, plain text, if any.</param>
    /// <exception cref="ArgumentException"><paramref name="mailingAddress"/> is empty.</exception>
    public ManualCheckout ToCheckout(string mailingAddress, string? instructions = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mailingAddress);
        return new()
        {
            Provider = PaymentProvider.Manual,
            TransactionId = ReferenceCode.Value,
            ReferenceCode = ReferenceCode.Value,
            MailingAddress = mailingAddress,
            ExpectedAmount = ExpectedAmount,
            ExpectedCurrency = Currency,
            Instructions = instructions,
        };
    }

    /// <summary>
    /// The last step as an event, for the handlers that serve every provider: pass it to
    /// <see cref="CoinMoebius.Sdk.Webhooks.IWebhookPipeline.ProcessAsync"/>. The same step always gives the same
    /// <see cref="WebhookEvent.EventId"/>.
    /// </summary>
    /// <remarks>
    /// <c>PaymentId</c> is the reference code, <c>Reference</c> the order's id. <c>Amount</c> is what was received, and before that what is
    /// expected. Metadata: <c>expectedAmount</c>, and once received <c>amountMatch</c> (<c>exact</c>, <c>below</c>, <c>above</c>) and
    /// <c>difference</c>. <c>RawBody</c> is <see cref="ToJson"/>, which names who took the steps.
    /// </remarks>
    public PaymentEvent ToPaymentEvent()
    {
        var metadata = new Dictionary<string, string> { ["expectedAmount"] = Text(ExpectedAmount) };
        if (Difference is { } difference)
        {
            metadata["amountMatch"] = AmountMatch switch { AmountMatch.Exact => "exact", AmountMatch.Below => "below", _ => "above" };
            metadata["difference"] = Text(difference);
        }

        return new()
        {
            Provider = PaymentProvider.Manual,
            EventId = $"{ReferenceCode}/{Version.ToString(CultureInfo.InvariantCulture)}",
            EventType = Status.Value switch
            {
                PaymentStatus.Values.Succeeded => ManualPaymentEventTypes.Received,
                PaymentStatus.Values.ManualCanceled => ManualPaymentEventTypes.Canceled,
                PaymentStatus.Values.ManualExpired => ManualPaymentEventTypes.Expired,
                PaymentStatus.Values.ManualRevoked => ManualPaymentEventTypes.Revoked,
                _ => _changes.Length == 0 ? ManualPaymentEventTypes.Created : ManualPaymentEventTypes.Reopened,
            },
            Status = Status,
            PaymentId = ReferenceCode.Value,
            Amount = Receipt?.Amount ?? ExpectedAmount,
            Currency = Currency,
            CustomerRef = CustomerRef,
            Reference = OrderId,
            OccurredAt = _changes.Length == 0 ? CreatedAt : _changes[^1].At,
            Metadata = metadata,
            RawBody = Encoding.UTF8.GetBytes(ToJson()),
        };
    }

    /// <summary>The payment as one JSON object, amounts as texts, to store and to read back with <see cref="FromJson"/>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ManualPaymentJson.Default.ManualPayment);

    /// <summary>The status alone, so that the text may be logged.</summary>
    public override string ToString() => $"ManualPayment {Status}";

    /// <exception cref="ArgumentException">An argument is not as <see cref="Create"/> describes.</exception>
    internal static ManualPayment Open(
        string orderId,
        ReferenceCode code,
        decimal expectedAmount,
        string currency,
        string? customerRef,
        DateTimeOffset createdAt,
        DateTimeOffset expiresAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        RequireAmount(expectedAmount, nameof(expectedAmount));
        RequireCurrency(currency, nameof(currency));
        return expiresAt > createdAt
            ? new(orderId, code, expectedAmount, currency, customerRef, createdAt, expiresAt)
            : throw new ArgumentException("The payment must expire after it was opened.", nameof(expiresAt));
    }

    /// <exception cref="ManualPaymentTransitionException">The step is not possible.</exception>
    private ManualPayment Take(ManualPaymentChange change)
    {
        var from = GetStatusAt(change.At);
        var isDue = Status == PaymentStatus.PendingManual && from == PaymentStatus.ManualExpired;
        var isPossible = change.Status.Value switch
        {
            PaymentStatus.Values.Succeeded or PaymentStatus.Values.ManualCanceled => from == PaymentStatus.PendingManual,
            PaymentStatus.Values.ManualExpired => isDue,
            PaymentStatus.Values.PendingManual => from == PaymentStatus.ManualExpired,
            PaymentStatus.Values.ManualRevoked => from == PaymentStatus.Succeeded,
            _ => false,
        };
        return isPossible
            ? new(this, [.. _changes, change])
            : throw new ManualPaymentTransitionException(from, change.Status, Hint(from, change.Status));
    }

    private static string Hint(PaymentStatus from, PaymentStatus to) => (from.Value, to.Value) switch
    {
        (PaymentStatus.Values.ManualExpired, PaymentStatus.Values.Succeeded) => "For a letter that came late, reopen the payment first.",
        (PaymentStatus.Values.PendingManual, PaymentStatus.Values.ManualExpired) => "It has not expired yet; to give it up, cancel it.",
        _ when from == to => "Somebody was faster: read it again.",
        _ => "Read it again: it may have changed since.",
    };

    private static DateTimeOffset Add(DateTimeOffset start, TimeSpan? lifetime)
    {
        var span = lifetime ?? DefaultLifetime;
        return span > TimeSpan.Zero && span <= DateTimeOffset.MaxValue - start
            ? start + span
            : throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "The lifetime must be above zero.");
    }

    private static void RequireAmount(decimal amount, string parameterName)
    {
        if (amount <= 0)
        {
            throw new ArgumentOutOfRangeException(parameterName, amount, "The amount must be above zero.");
        }
    }

    private static void RequireCurrency(string currency, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency, parameterName);
        if (currency.Length > 20 || !currency.All(static c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
        {
            throw new ArgumentException("The currency must be 1 to 20 letters or digits, such as USD.", parameterName);
        }
    }

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private AmountComparison Compare(decimal? received) => received is not { } amount
        ? new(AmountMatch.None, null)
        : new(
            amount == ExpectedAmount ? AmountMatch.Exact : amount < ExpectedAmount ? AmountMatch.Below : AmountMatch.Above,
            amount - ExpectedAmount);
}
