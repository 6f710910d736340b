using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// Writes a payment as its terms and its steps. Reading repeats the steps one after the other, so that an impossible payment fails.
/// Status, version and expiry are written for queries on the text, and must agree with the steps.
/// </summary>
internal sealed class ManualPaymentJsonConverter : JsonConverter<ManualPayment>
{
    public override ManualPayment? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var document = JsonSerializer.Deserialize(ref reader, ManualPaymentJson.Default.ManualPaymentDocument);
        if (document is null)
        {
            return null;
        }

        try
        {
            return Restore(document);
        }
        catch (Exception exception) when (exception is ArgumentException or ManualPaymentException)
        {
            var why = exception is ManualPaymentException ? exception.Message : "Its terms or steps are invalid.";
            throw new JsonException("The stored payment is impossible. " + why, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, ManualPayment value, JsonSerializerOptions options)
    {
        var document = new ManualPaymentDocument
        {
            OrderId = value.OrderId,
            ReferenceCode = value.ReferenceCode,
            CustomerRef = value.CustomerRef,
            ExpectedAmount = value.ExpectedAmount,
            Currency = value.Currency,
            CreatedAt = value.CreatedAt,
            FirstExpiresAt = value.FirstExpiresAt,
            ExpiresAt = value.ExpiresAt,
            Status = value.Status.Value,
            Version = value.Version,
            Changes = [.. value.Changes.Select(static change => new ManualPaymentStep
            {
                Status = change.Status.Value,
                At = change.At,
                By = change.By,
                Amount = change.Amount,
                ExpiresAt = change.ExpiresAt,
                Reason = change.Reason,
            })],
        };
        JsonSerializer.Serialize(writer, document, ManualPaymentJson.Default.ManualPaymentDocument);
    }

    private static ManualPayment Restore(ManualPaymentDocument document)
    {
        var payment = ManualPayment.Open(
            document.OrderId,
            document.ReferenceCode,
            document.ExpectedAmount,
            document.Currency,
            document.CustomerRef,
            document.CreatedAt,
            document.FirstExpiresAt);
        payment = document.Changes.Aggregate(payment, Take);
        return payment.Status.Value == document.Status && payment.Version == document.Version && payment.ExpiresAt == document.ExpiresAt
            ? payment
            : throw new JsonException("The stored status, version or expiry does not match the steps.");
    }

    private static ManualPayment Take(ManualPayment payment, ManualPaymentStep? step) => step switch
    {
        { Status: PaymentStatus.Values.Succeeded, Amount: { } amount } =>
            payment.MarkReceived(amount, payment.Currency, step.By!, step.At, acceptDifference: true),
        { Status: PaymentStatus.Values.PendingManual, ExpiresAt: { } expiresAt } =>
            payment.Reopen(step.By!, step.At, expiresAt - step.At, step.Reason),
        { Status: PaymentStatus.Values.ManualCanceled } => payment.Cancel(step.By!, step.At, step.Reason),
        { Status: PaymentStatus.Values.ManualExpired } => payment.Expire(step.At),
        { Status: PaymentStatus.Values.ManualRevoked } => payment.Revoke(step.By!, step.At, step.Reason),
        _ => throw new JsonException("A stored step is unknown or incomplete."),
    };
}

/// <summary>The stored form.</summary>
internal sealed class ManualPaymentDocument
{
    public required string OrderId { get; init; }

    public required ReferenceCode ReferenceCode { get; init; }

    public string? CustomerRef { get; init; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public required decimal ExpectedAmount { get; init; }

    public required string Currency { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset FirstExpiresAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required string Status { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<ManualPaymentStep> Changes { get; init; }
}

/// <summary>The stored form of a step.</summary>
internal sealed class ManualPaymentStep
{
    public required string Status { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? By { get; init; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public decimal? Amount { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Reason { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ManualPayment))]
[JsonSerializable(typeof(ManualPaymentDocument))]
internal sealed partial class ManualPaymentJson : JsonSerializerContext;
