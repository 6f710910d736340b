using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// The body for a browser, in the shape that Coin Moebius's browser poller expects: the time is in milliseconds since 1970.
/// </summary>
internal sealed record PaymentStatusAnswer(
    string Status,
    string PaymentId,
    string? Provider,
    decimal? Amount,
    string? Currency,
    IReadOnlyDictionary<string, string> Metadata,
    long? Timestamp)
{
    public static PaymentStatusAnswer Create(PaymentStatusReport report, ISet<string> metadataKeys) => new(
        NameOf(report.Status),
        report.PaymentId,
        report.Provider?.Value,
        report.Amount,
        report.Currency,
        report.Metadata
            .Where(pair => metadataKeys.Contains(pair.Key) && !PaymentStatusEndpointOptions.IsPersonal(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
        report.Timestamp?.ToUnixTimeMilliseconds());

    // The poller knows six words. Any other status may still change, so it becomes "pending", never "success".
    private static string NameOf(PaymentStatus status) => status.Value switch
    {
        PaymentStatus.Values.Succeeded => "success",
        PaymentStatus.Values.Failed or PaymentStatus.Values.ManualCanceled or PaymentStatus.Values.ManualExpired
            or PaymentStatus.Values.ManualRevoked or PaymentStatus.Values.Reversed => "failed",
        PaymentStatus.Values.Refunded or PaymentStatus.Values.PartiallyRefunded => "refunded",
        PaymentStatus.Values.Disputed => "disputed",
        PaymentStatus.Values.Partial => "partial",
        _ => "pending",
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PaymentStatusAnswer))]
internal sealed partial class PaymentStatusAnswerJson : JsonSerializerContext;
