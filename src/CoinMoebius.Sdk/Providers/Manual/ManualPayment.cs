using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// A payment by mail that the merchant handles: the buyer sends a letter with money and a code on it, and a person counts the money.
/// </summary>
/// <remarks>
/// <para>
/// Immutable: every step returns a new value. <c>pending_manual</c> becomes <c>succeeded</c>, <c>manual_canceled</c> or
/// <c>manual_expired</c>; <c>succeeded</c> may become <c>manual_revoked</c>; <c>manual_expired</c> may be reopened explicitly for a letter
/// that arrives late. Any other step throws <see cref="ManualPaymentTransitionException"/>.
/// </para>
/// <para>
/// Two people, or two clicks, may read the same payment and both take a step. Therefore store with compare-and-set: write only if the
/// stored <see cref="Version"/> is the one that you read, and start over if it is not. Source of the states: the pages "Pay by mail"
/// and "Statuses" of Coin Moebius.
/// </para>
/// <para>
/// Its JSON form is one object; <see cref="JsonSerializer"/>, <see cref="ToJson"/> and <see cref="FromJson"/> all use it.
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

    /// <summary>How long a letter may take by default: 30 days.</summary>
    public static TimeSpan DefaultLifetime { get; } = TimeSpan.FromDays(30);

    /// <summary>The merchant's id of the order.</summary>
    public string OrderId { get; }

    /// <summary>The code on the letter, different for each payment of the merchant; see <see cref="ReferenceCodeFormat.CreateUnique"/>.</summary>
    public ReferenceCode ReferenceCode { get; }

    /// <summary>The merchant's own id of the buyer, or null.</summary>
    public string? CustomerRef { get; }

    /// <summary>The amount that the letter should hold, in major units of <see cref="Currency"/>.</summary>
    public decimal ExpectedAmount { get; }

    /// <summary>The upper-case code of the currency, or of another means that the merchant accepts by mail, for example <c>GOLDBACK</c>.</summary>
    public string Currency { get; }

    /// <summary>The status after the last step. Use <see cref="GetStatusAt"/> if an expiry may be due.</summary>
    public PaymentStatus Status { get; }

    /// <summary>When it was opened, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The time from which a letter is late, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>1 for a new payment, plus 1 for every step. Compare it when storing.</summary>
    public int Version => _changes.Length + 1;

    /// <summary>Every step, oldest first, with its time and author.</summary>
    public IReadOnlyList<ManualPaymentChange> Changes => new ReadOnlyCollection<ManualPaymentChange>(_changes);

    /// <summary>The step that confirmed the letter: the amount, the person and the time. Null before; a revoked payment keeps it.</summary>
    public ManualPaymentChange? Receipt { get; }

    /// <summary>How the received amount compares with the expected one; <see cref="AmountMatch.None"/> before receipt.</summary>
    public AmountMatch AmountMatch => Compare(Receipt?.Amount).Match;

    /// <summary>The received minus the expected amount, in major units: negative when an amount is missing. Null before receipt.</summary>
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
            throw new ArgumentException("The reference code is empty. Create one with ReferenceCodeFormat.CreateUnique.", nameof(request));
        }

        var now = (timeProvider ?? TimeProvider.System).GetUtcNow();
        return Open(
            request.OrderId, request.ReferenceCode, request.ExpectedAmount, request.Currency, request.CustomerRef, now, Add(now, request.Lifetime));
    }

    /// <summary>Reads the output of <see cref="ToJson"/> and checks it: the steps must be possible in their order.</summary>
    /// <param name="json">The JSON object.</param>
    /// <exception cref="JsonException">The JSON is not a possible payment; the message contains no value of it.</exception>
    public static ManualPayment FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, ManualPaymentJson.Default.ManualPayment) ?? throw new JsonException("The payment is null.");
    }

    /// <summary>
    /// Returns the status at a time: from <see cref="ExpiresAt"/> on <c>manual_expired</c>, even if nobody has called
    /// <see cref="Expire"/> yet.
    /// </summary>
    /// <param name="time">The time.</param>
    public PaymentStatus GetStatusAt(DateTimeOffset time) =>
        Status == PaymentStatus.PendingManual && time >= ExpiresAt ? PaymentStatus.ManualExpired : Status;

    /// <summary>Compares a received amount with the expected one, without taking a step.</summary>
    /// <param name="amount">The counted amount, in major units; above zero.</param>
    /// <param name="currency">Its currency, in any case.</param>
    /// <exception cref="ArgumentException">The amount is not above zero, or the currency is not a code.</exception>
    public AmountComparison Compare(decimal amount, string currency)
    {
        RequireAmount(amount, nameof(amount));
        RequireCurrency(currency, nameof(currency));
        return CurrencyUnits.Upper(currency) == Currency ? Compare(amount) : new(AmountMatch.OtherCurrency, null);
    }

    /// <summary>Confirms the letter: <c>succeeded</c>, for the counted amount.</summary>
    /// <param name="amount">The counted amount, in major units; above zero.</param>
    /// <param name="currency">Its currency, in any case; it must be <see cref="Currency"/>.</param>
    /// <param name="by">The person who counted it, by the merchant's own name.</param>
    /// <param name="at">The time of the step.</param>
    /// <param name="acceptDifference">True when a person has seen that the amount differs and accepts it as payment in full.</param>
    /// <exception cref="ArgumentException">The amount is not above zero, the currency is not a code, or <paramref name="by"/> is empty.</exception>
    /// <exception cref="ManualPaymentAmountException">The amount differs without acceptance, or the currency differs.</exception>
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

    /// <summary>Cancels the payment before a letter arrives: <c>manual_canceled</c>.</summary>
    /// <param name="by">The person who takes the step.</param>
    /// <param name="at">The time of the step.</param>
    /// <param name="reason">The reason to store, if any.</param>
    /// <exception cref="ArgumentException"><paramref name="by"/> is empty.</exception>
    /// <exception cref="ManualPaymentTransitionException">The payment is not pending.</exception>
    public ManualPayment Cancel(string by, DateTimeOffset at, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return Take(new(PaymentStatus.ManualCanceled, at.ToUniversalTime(), by) { Reason = reason });
    }

    /// <summary>Expires the payment when no letter has arrived in time: <c>manual_expired</c>.</summary>
    /// <param name="at">The time of the step; not before <see cref="ExpiresAt"/>.</param>
    /// <exception cref="ManualPaymentTransitionException">The payment is not pending, or not yet due.</exception>
    public ManualPayment Expire(DateTimeOffset at) => Take(new(PaymentStatus.ManualExpired, at.ToUniversalTime(), null));

    /// <summary>
    /// Reopens an expired payment for a letter that arrived late: <c>pending_manual</c> with a new <see cref="ExpiresAt"/>. Then receive it as
    /// usual.
    /// </summary>
    /// <param name="by">The person who takes the step.</param>
    /// <param name="at">The time of the step.</param>
    /// <param name="lifetime">How long a letter may take from now on; <see cref="DefaultLifetime"/> when null.</param>
    /// <param name="reason">The reason to store, if any.</param>
    /// <exception cref="ArgumentException"><paramref name="by"/> is empty, or the lifetime is not above zero.</exception>
    /// <exception cref="ManualPaymentTransitionException">The payment has not expired.</exception>
    public ManualPayment Reopen(string by, DateTimeOffset at, TimeSpan? lifetime = null, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var time = at.ToUniversalTime();
        return Take(new(PaymentStatus.PendingManual, time, by) { ExpiresAt = Add(time, lifetime), Reason = reason });
    }

    /// <summary>Revokes a receipt, for example because the money was counterfeit: <c>manual_revoked</c>.</summary>
    /// <param name="by">The person who takes the step.</param>
    /// <param name="at">The time of the step.</param>
    /// <param name="reason">The reason to store, if any.</param>
    /// <exception cref="ArgumentException"><paramref name="by"/> is empty.</exception>
    /// <exception cref="ManualPaymentTransitionException">Nothing was received, or the receipt is already revoked.</exception>
    public ManualPayment Revoke(string by, DateTimeOffset at, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return Take(new(PaymentStatus.ManualRevoked, at.ToUniversalTime(), by) { Reason = reason });
    }

    /// <summary>Returns what to show the buyer, in the form of the Cloud API's checkout by mail.</summary>
    /// <param name="mailingAddress">Where to send the letter; may have several lines.</param>
    /// <param name="instructions">Further instructions to the buyer in plain text, if any.</param>
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
    /// Returns the last step as an event, for the handlers of all providers: pass it to
    /// <see cref="CoinMoebius.Sdk.Webhooks.IWebhookPipeline.ProcessAsync"/>. The same step always has the same
    /// <see cref="WebhookEvent.EventId"/>.
    /// </summary>
    /// <remarks>
    /// <c>PaymentId</c> is the reference code, <c>Reference</c> the order's id. <c>Amount</c> is the received amount, and before that the
    /// expected one. Metadata: <c>expectedAmount</c>, and once received <c>amountMatch</c> (<c>exact</c>, <c>below</c>, <c>above</c>) and
    /// <c>difference</c>. <c>RawBody</c> is <see cref="ToJson"/>, which names the authors of the steps.
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

    /// <summary>Returns the payment as one JSON object, with amounts as texts, to store and to read back with <see cref="FromJson"/>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ManualPaymentJson.Default.ManualPayment);

    /// <summary>Returns only the status; the text may be logged.</summary>
    public override string ToString() => $"ManualPayment {Status}";

    /// <exception cref="ArgumentException">An argument does not fit the description in <see cref="Create"/>.</exception>
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
            : throw new ArgumentException("The payment must expire after its creation.", nameof(expiresAt));
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
        (PaymentStatus.Values.ManualExpired, PaymentStatus.Values.Succeeded) => "For a letter that arrived late, reopen the payment first.",
        (PaymentStatus.Values.PendingManual, PaymentStatus.Values.ManualExpired) => "It has not expired yet; to end it, cancel it.",
        _ when from == to => "Somebody else was faster: read it again.",
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
