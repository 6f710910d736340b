using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Cli.Inbox;

/// <summary>Formats stored events for people and programs.</summary>
internal static class EntryText
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Heads = ["ID", "STATE", "PROVIDER", "EVENT", "SUBJECT", "RECEIVED (UTC)", "TRIES", "ERROR"];

    /// <summary>One JSON object on one line, including the event where the entry has it.</summary>
    public static string Json(WebhookInboxEntry entry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", entry.Id);
            writer.WriteString("state", StateOf(entry));
            writer.WriteString("provider", entry.Provider.Value);
            writer.WriteString("account", entry.Account);
            writer.WriteString("eventId", entry.EventId);
            writer.WriteString("eventType", entry.EventType);
            writer.WriteString("subject", entry.Subject);
            writer.WriteNumber("attempts", entry.Attempts);
            writer.WriteString("receivedAt", Time(entry.ReceivedAt));
            writer.WriteString("dueAt", Time(entry.DueAt));
            writer.WriteString("processedAt", Time(entry.ProcessedAt));
            writer.WriteString("errorType", entry.ErrorType);
            writer.WriteString("errorText", entry.ErrorText);
            if (entry.Event is { } webhookEvent)
            {
                writer.WritePropertyName("event");
                WebhookEventJson.Write(writer, webhookEvent);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Table(IReadOnlyList<WebhookInboxEntry> entries)
    {
        if (entries.Count == 0)
        {
            return "No such events.\n";
        }

        List<string[]> rows = [Heads, .. entries.Select(Row)];
        var widths = Enumerable.Range(0, Heads.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        return text.ToString();
    }

    public static string Details(WebhookInboxEntry entry)
    {
        var text = new StringBuilder();
        Line("Event", string.Create(CultureInfo.InvariantCulture, $"{entry.Id}, {StateOf(entry)}"));
        Line("Provider", entry.Account.Length == 0 ? entry.Provider.Value : $"{entry.Provider.Value} ({Printable(entry.Account)})");
        Line("Type", Printable(entry.EventType));
        Line("Event id", Printable(entry.EventId));
        Line("Subject", Printable(entry.Subject));
        Line("Received", Time(entry.ReceivedAt));
        Line("Attempts", entry.Attempts.ToString(CultureInfo.InvariantCulture));
        Line("Next", Time(entry.DueAt));
        Line("Handled", Time(entry.ProcessedAt));
        Line("Error", entry.ErrorType is null ? null : Printable($"{entry.ErrorType}: {entry.ErrorText}"));
        Line("Content", entry.Event is { } webhookEvent ? Encoding.UTF8.GetString(WebhookEventJson.Serialize(webhookEvent)) : "cannot be read");
        return text.ToString().TrimEnd();

        void Line(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(name.PadRight(10)).AppendLine(value);
            }
        }
    }

    public static string Summary(WebhookInboxSummary summary, DateTimeOffset now)
    {
        var oldest = summary.OldestPending is { } since ? $", the oldest for {Ago(now - since)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{summary.Pending} pending{oldest}; {summary.Parked} parked.");
    }

    public static string Count(string name, int count, bool json, string what) => json
        ? string.Create(CultureInfo.InvariantCulture, $$"""{"{{name}}":{{count}}}""")
        : string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "event" : "events")} {what}.");

    private static string[] Row(WebhookInboxEntry entry) =>
    [
        entry.Id.ToString(CultureInfo.InvariantCulture),
        StateOf(entry),
        entry.Provider.Value,
        Printable(entry.EventType)!,
        Printable(entry.Subject) ?? "",
        Time(entry.ReceivedAt)!,
        entry.Attempts.ToString(CultureInfo.InvariantCulture),
        entry.ErrorType is null ? "" : Printable($"{entry.ErrorType[(entry.ErrorType.LastIndexOf('.') + 1)..]}: {entry.ErrorText}")!,
    ];

    // External text must not move a terminal's cursor.
    private static string? Printable(string? text) =>
        text is null ? null : string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string StateOf(WebhookInboxEntry entry) => entry.State switch
    {
        WebhookInboxState.Pending => "pending",
        WebhookInboxState.Processed => "processed",
        WebhookInboxState.Parked => "parked",
        var other => ((int)other).ToString(CultureInfo.InvariantCulture),
    };

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Ago(TimeSpan age) => age switch
    {
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:0} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days"),
    };
}
