using System.Text.Encodings.Web;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>The result of one case.</summary>
internal readonly struct CaseResult
{
    /// <summary>Writes UTF-8 text unescaped, except where JSON requires escapes.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private CaseResult(CaseId id, WebhookVerification verification, string? error)
    {
        Id = id;
        Verification = verification;
        Error = error;
    }

    public CaseId Id { get; }

    /// <summary>The result of the verifier, unless there is an <see cref="Error"/>.</summary>
    public WebhookVerification Verification { get; }

    /// <summary>One line with the reason why there is no verdict; null when there is one.</summary>
    public string? Error { get; }

    public static CaseResult Of(CaseId id, WebhookVerification verification) => new(id, verification, null);

    public static CaseResult Failed(CaseId id, string error) => new(id, default, ErrorText.OneLine(error));

    /// <summary>Writes it as one JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Id.Write(writer);
        if (Error is not null)
        {
            writer.WriteString("outcome", "error");
            writer.WriteString("error", Error);
        }
        else if (Verification.IsVerified)
        {
            writer.WriteString("outcome", "verified");
            writer.WritePropertyName("event");
            WebhookEventJson.Write(writer, Verification.Event);
        }
        else
        {
            writer.WriteString("outcome", "rejected");
            writer.WriteString("verdict", VerdictText.NameOf(Verification.Verdict));
        }

        writer.WriteEndObject();
    }
}
