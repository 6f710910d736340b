using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace OwnProvider;

/// <summary>Turns Acme's events into those of the SDK. A member that is missing or of another kind makes the event unmapped.</summary>
internal static class AcmeEventMapper
{
    public static WebhookEvent Map(JsonElement root) => Text(root, "type") switch
    {
        "payment.created" => Payment(root, PaymentStatus.Pending),
        "payment.paid" => Payment(root, PaymentStatus.Succeeded),
        "payment.expired" => Payment(root, PaymentStatus.Failed),
        var type => new UnmappedEvent { Provider = AcmeWebhookVerifier.Acme, EventId = Text(root, "id"), EventType = type },
    };

    private static PaymentEvent Payment(JsonElement root, PaymentStatus status)
    {
        var payment = root.GetProperty("payment");
        return new()
        {
            Provider = AcmeWebhookVerifier.Acme,
            EventId = Text(root, "id"),
            EventType = Text(root, "type"),
            Status = status,
            PaymentId = Text(payment, "id"),
            Amount = decimal.Parse(Text(payment, "amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            Currency = Text(payment, "currency"),
            Reference = payment.GetProperty("order").GetString(),
            IsTest = root.GetProperty("test").GetBoolean(),
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new FormatException($"\"{name}\" is empty.");
}
