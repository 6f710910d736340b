using System.Globalization;

namespace Gateways;

/// <summary>What happened at one gateway, for the progress while it runs and for the table afterwards.</summary>
/// <param name="gateway">The gateway's name.</param>
/// <param name="isSimulated">What it runs against.</param>
/// <param name="changed">Called after each step, with a sentence about it.</param>
public sealed class Journal(string gateway, bool isSimulated, Action<Journal, string> changed)
{
    /// <summary>Created, paid, watched, refunded.</summary>
    public const int Steps = 4;

    private readonly List<string> _watched = [];

    public string Gateway => gateway;

    /// <summary>What it runs against.</summary>
    public string Against { get; set; } = isSimulated ? "simulator" : "real API";

    /// <summary>How many of <see cref="Steps"/> are over.</summary>
    public int Done { get; private set; }

    public string Payment { get; private set; } = "";

    public string Amount { get; private set; } = "";

    /// <summary>The statuses that the client's watch has seen, in the gateway's words.</summary>
    public IReadOnlyList<string> Watched => _watched;

    /// <summary>The normalised events that verified webhooks have become; empty where webhooks cannot reach this machine.</summary>
    public IReadOnlyList<string> Events { get; private set; } = [];

    /// <summary>What went back, or why nothing did; for a stored payment, what its audit found.</summary>
    public string Refund { get; private set; } = "";

    /// <summary>Why it ended early; null when all went well.</summary>
    public string? Error { get; private set; }

    public void Created(string payment, decimal amount, string currency)
    {
        Payment = payment;
        Amount = Text(amount, currency);
        Advance($"created {payment} over {Amount}");
    }

    /// <summary>The address of a real payment page, for a person to open.</summary>
    public void PayAt(Uri page) => Advance($"please pay at {page.AbsoluteUri}");

    public void Paid(string how) => Advance($"paid: {how}");

    /// <summary>A status that the watch has seen.</summary>
    public void Saw(string status)
    {
        _watched.Add(status);
        changed(this, $"is {status}");
    }

    public void Ended(string payment)
    {
        Payment = payment;
        Advance($"the watch is over: {string.Join(" → ", _watched)}");
    }

    public void Refunded(decimal amount, string currency) => NoteRefund($"{Text(amount, currency)} returned", $"refunded {Text(amount, currency)}");

    /// <summary>What the audit of a payment that nobody can refund any more has found.</summary>
    public void Audited(string finding) => NoteRefund(finding, $"audited: {finding}");

    /// <summary>Why nothing goes back.</summary>
    public void NotRefunded(string why) => NoteRefund(why, $"not refunded: {why}");

    public void Heard(IEnumerable<string> events) => Events = [.. events];

    public void Failed(string error)
    {
        Error = error;
        changed(this, $"FAILED: {error}");
    }

    private void NoteRefund(string refund, string sentence)
    {
        Refund = refund;
        Advance(sentence);
    }

    private void Advance(string sentence)
    {
        Done++;
        changed(this, sentence);
    }

    private static string Text(decimal amount, string currency) => amount.ToString("N2", CultureInfo.InvariantCulture) + " " + currency;
}
