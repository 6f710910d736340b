using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// The status code of a payment, sent as a string in notifications and operations (<c>"200"</c>) and as a number elsewhere.
/// </summary>
/// <remarks>
/// An open value: an unknown code is kept, and is not paid, pending, failed or refunded. JSON that is not a code reads as -1, which is
/// none of these either; <c>default</c> is <see cref="None"/>. The codes come from the plugins that Mobbex publishes
/// (github.com/mobbexco).
/// </remarks>
/// <param name="Value">The number.</param>
[JsonConverter(typeof(MobbexStatusCodeJsonConverter))]
public readonly record struct MobbexStatusCode(int Value)
{
    /// <summary>0: no state; in a return URL also means that the payer cancelled.</summary>
    public static MobbexStatusCode None { get; }

    /// <summary>1: pending.</summary>
    public static MobbexStatusCode Pending { get; } = new(Values.Pending);

    /// <summary>2: on hold, for example a cash voucher that nobody has paid yet.</summary>
    public static MobbexStatusCode OnHold { get; } = new(Values.OnHold);

    /// <summary>3: authorised by a two-step payment, not yet captured.</summary>
    public static MobbexStatusCode Authorized { get; } = new(Values.Authorized);

    /// <summary>4: delivered; counts as paid.</summary>
    public static MobbexStatusCode Delivered { get; } = new(Values.Delivered);

    /// <summary>100: under review.</summary>
    public static MobbexStatusCode InReview { get; } = new(Values.InReview);

    /// <summary>200: paid.</summary>
    public static MobbexStatusCode Paid { get; } = new(Values.Paid);

    /// <summary>201: accepted, not paid yet.</summary>
    public static MobbexStatusCode Accepted { get; } = new(Values.Accepted);

    /// <summary>210: the money is retained; not counted as paid.</summary>
    public static MobbexStatusCode Retained { get; } = new(Values.Retained);

    /// <summary>299: settlement in progress; not counted as paid.</summary>
    public static MobbexStatusCode Settling { get; } = new(Values.Settling);

    /// <summary>300: paid and settled.</summary>
    public static MobbexStatusCode Settled { get; } = new(Values.Settled);

    /// <summary>301: paid and released.</summary>
    public static MobbexStatusCode Released { get; } = new(Values.Released);

    /// <summary>302: paid and reconciled.</summary>
    public static MobbexStatusCode Reconciled { get; } = new(Values.Reconciled);

    /// <summary>303: paid, but the release is retained.</summary>
    public static MobbexStatusCode ReleaseRetained { get; } = new(Values.ReleaseRetained);

    /// <summary>400: declined.</summary>
    public static MobbexStatusCode Declined { get; } = new(Values.Declined);

    /// <summary>401: expired.</summary>
    public static MobbexStatusCode Expired { get; } = new(Values.Expired);

    /// <summary>402: abandoned.</summary>
    public static MobbexStatusCode Abandoned { get; } = new(Values.Abandoned);

    /// <summary>403: failed.</summary>
    public static MobbexStatusCode Failed { get; } = new(Values.Failed);

    /// <summary>410: denied, insufficient funds.</summary>
    public static MobbexStatusCode InsufficientFunds { get; } = new(Values.InsufficientFunds);

    /// <summary>411: denied, the card's issuer requires an authorisation.</summary>
    public static MobbexStatusCode AuthorizationRequired { get; } = new(Values.AuthorizationRequired);

    /// <summary>412: denied, invalid merchant.</summary>
    public static MobbexStatusCode InvalidMerchant { get; } = new(Values.InvalidMerchant);

    /// <summary>413: denied, invalid card.</summary>
    public static MobbexStatusCode InvalidCard { get; } = new(Values.InvalidCard);

    /// <summary>414: denied, network problem.</summary>
    public static MobbexStatusCode NetworkProblem { get; } = new(Values.NetworkProblem);

    /// <summary>415: denied, invalid operation.</summary>
    public static MobbexStatusCode InvalidOperation { get; } = new(Values.InvalidOperation);

    /// <summary>500: error.</summary>
    public static MobbexStatusCode Error { get; } = new(Values.Error);

    /// <summary>600: cancellation in progress; neither paid nor refunded.</summary>
    public static MobbexStatusCode Canceling { get; } = new(Values.Canceling);

    /// <summary>601: cancelled in full on the day of the payment.</summary>
    public static MobbexStatusCode Canceled { get; } = new(Values.Canceled);

    /// <summary>602: fully refunded.</summary>
    public static MobbexStatusCode Refunded { get; } = new(Values.Refunded);

    /// <summary>603: unknown to Mobbex.</summary>
    public static MobbexStatusCode Unknown { get; } = new(Values.Unknown);

    /// <summary>604: rejected.</summary>
    public static MobbexStatusCode Rejected { get; } = new(Values.Rejected);

    /// <summary>605: partially refunded.</summary>
    public static MobbexStatusCode PartiallyRefunded { get; } = new(Values.PartiallyRefunded);

    /// <summary>610: cancelled because of an invalid operation.</summary>
    public static MobbexStatusCode CanceledInvalidOperation { get; } = new(Values.CanceledInvalidOperation);

    /// <summary>800: ready.</summary>
    public static MobbexStatusCode Ready { get; } = new(Values.Ready);

    /// <summary>True when the payer has paid: 4, 200, and 300 to 303, and no other code, known or unknown.</summary>
    public bool IsPaid => Value is Values.Delivered or Values.Paid or (>= Values.Settled and <= Values.ReleaseRetained);

    /// <summary>True while the outcome is open: 0, 1, 2, 3, 100, 201, 210 and 299.</summary>
    public bool IsPending => Value is >= Values.None and <= Values.Authorized
        or Values.InReview or Values.Accepted or Values.Retained or Values.Settling;

    /// <summary>True when this operation will not be paid: 400 to 419, 500 and 604.</summary>
    public bool IsFailed => Value is (>= Values.Declined and <= LastDenied) or Values.Error or Values.Rejected;

    /// <summary>True when the payment was refunded, fully or partially: 601, 602, 605 and 610.</summary>
    public bool IsRefunded => Value is Values.Canceled or Values.Refunded or Values.PartiallyRefunded or Values.CanceledInvalidOperation;

    /// <summary>The meaning of the code in a few English words; never null, and <c>"unknown"</c> for an unknown code.</summary>
    public string Meaning => Value switch
    {
        Values.None => "no state",
        Values.Pending => "pending",
        Values.OnHold => "on hold",
        Values.Authorized => "authorised, not captured",
        Values.Delivered => "delivered",
        Values.InReview => "in review",
        Values.Paid => "paid",
        Values.Accepted => "accepted",
        Values.Retained => "retained",
        Values.Settling => "settlement in progress",
        Values.Settled => "settled",
        Values.Released => "released",
        Values.Reconciled => "reconciled",
        Values.ReleaseRetained => "release retained",
        Values.Declined => "declined",
        Values.Expired => "expired",
        Values.Abandoned => "abandoned",
        Values.Failed => "failed",
        Values.InsufficientFunds => "denied: insufficient funds",
        Values.AuthorizationRequired => "denied: authorisation required",
        Values.InvalidMerchant => "denied: invalid merchant",
        Values.InvalidCard => "denied: invalid card",
        Values.NetworkProblem => "denied: network problem",
        Values.InvalidOperation => "denied: invalid operation",
        > Values.InvalidOperation and <= LastDenied => "denied",
        Values.Error => "error",
        Values.Canceling => "cancellation in progress",
        Values.Canceled => "cancelled",
        Values.Refunded => "refunded",
        Values.Rejected => "rejected",
        Values.PartiallyRefunded => "partially refunded",
        Values.CanceledInvalidOperation => "cancelled: invalid operation",
        Values.Ready => "ready",
        _ => "unknown",
    };

    private const int LastDenied = 419;

    /// <summary>Parses a code from the text of a return URL or a form: only digits.</summary>
    /// <param name="text">The text; null is not a code.</param>
    /// <param name="code">The code, or <see cref="None"/>.</param>
    /// <returns>False when the text is not a code.</returns>
    public static bool TryParse(string? text, out MobbexStatusCode code)
    {
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        code = new(value);
        return read;
    }

    /// <summary>Returns the digits of the code.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The codes as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Values
    {
        /// <summary>No state.</summary>
        public const int None = 0;

        /// <summary>Pending.</summary>
        public const int Pending = 1;

        /// <summary>On hold.</summary>
        public const int OnHold = 2;

        /// <summary>Authorised, not captured.</summary>
        public const int Authorized = 3;

        /// <summary>Delivered.</summary>
        public const int Delivered = 4;

        /// <summary>Under review.</summary>
        public const int InReview = 100;

        /// <summary>Paid.</summary>
        public const int Paid = 200;

        /// <summary>Accepted.</summary>
        public const int Accepted = 201;

        /// <summary>Retained.</summary>
        public const int Retained = 210;

        /// <summary>Settlement in progress.</summary>
        public const int Settling = 299;

        /// <summary>Settled.</summary>
        public const int Settled = 300;

        /// <summary>Released.</summary>
        public const int Released = 301;

        /// <summary>Reconciled.</summary>
        public const int Reconciled = 302;

        /// <summary>Release retained.</summary>
        public const int ReleaseRetained = 303;

        /// <summary>Declined.</summary>
        public const int Declined = 400;

        /// <summary>Expired.</summary>
        public const int Expired = 401;

        /// <summary>Abandoned.</summary>
        public const int Abandoned = 402;

        /// <summary>Failed.</summary>
        public const int Failed = 403;

        /// <summary>Denied: insufficient funds.</summary>
        public const int InsufficientFunds = 410;

        /// <summary>Denied: authorisation required.</summary>
        public const int AuthorizationRequired = 411;

        /// <summary>Denied: invalid merchant.</summary>
        public const int InvalidMerchant = 412;

        /// <summary>Denied: invalid card.</summary>
        public const int InvalidCard = 413;

        /// <summary>Denied: network problem.</summary>
        public const int NetworkProblem = 414;

        /// <summary>Denied: invalid operation.</summary>
        public const int InvalidOperation = 415;

        /// <summary>Error.</summary>
        public const int Error = 500;

        /// <summary>Cancellation in progress.</summary>
        public const int Canceling = 600;

        /// <summary>Cancelled.</summary>
        public const int Canceled = 601;

        /// <summary>Refunded.</summary>
        public const int Refunded = 602;

        /// <summary>Unknown to Mobbex.</summary>
        public const int Unknown = 603;

        /// <summary>Rejected.</summary>
        public const int Rejected = 604;

        /// <summary>Partially refunded.</summary>
        public const int PartiallyRefunded = 605;

        /// <summary>Cancelled because of an invalid operation.</summary>
        public const int CanceledInvalidOperation = 610;

        /// <summary>Ready.</summary>
        public const int Ready = 800;
    }
}

/// <summary>Reads a string or a number; writes a string, as notifications do.</summary>
internal sealed class MobbexStatusCodeJsonConverter : JsonConverter<MobbexStatusCode>
{
    private static readonly MobbexStatusCode Unreadable = new(-1);

    public override bool HandleNull => true;

    public override MobbexStatusCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
        {
            return new(number);
        }

        if (reader.TokenType == JsonTokenType.String && MobbexStatusCode.TryParse(reader.GetString(), out var code))
        {
            return code;
        }

        reader.Skip();
        return Unreadable;
    }

    public override void Write(Utf8JsonWriter writer, MobbexStatusCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
