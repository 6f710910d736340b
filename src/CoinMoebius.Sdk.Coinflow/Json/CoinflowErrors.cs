using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>
/// Creates exceptions for error responses by their status. The body may be an object, a text, a number or empty for any status. Sources:
/// https://docs.coinflow.cash/openapi.json, and
/// https://docs.coinflow.cash/guides/checkout/implementation-overview/errors/common-checkout-pay-in-errors.
/// </summary>
internal static class CoinflowErrors
{
    private const HttpStatusCode Unprocessable = (HttpStatusCode)422;

    public static CoinMoebiusApiException? Create(string message, ApiError error, ReadOnlyMemory<byte> body)
    {
        var root = Parse(body);
        var debugId = root.At("debugId").TextOrNumber();
        if (error.Status == Unprocessable)
        {
            return new CoinflowValidationException(message, error) { Fields = Fields(root.At("details")), DebugId = debugId };
        }

        if (Refusal(error.Status, root) is not { } refusal)
        {
            return null;
        }

        return new CoinflowRefusedException(message, error)
        {
            Refusal = refusal,
            Reason = root.At("reason").Text() ?? root.At("details").Text() ?? root.Text(),
            DebugId = debugId,
            Challenge = refusal == CoinflowRefusal.ChallengeRequired ? root.Deserialize(CoinflowJson.Default.CoinflowChallengeRequired) : null,
            Verification = refusal == CoinflowRefusal.VerificationRequired && root.ValueKind == JsonValueKind.Object
                ? root.Deserialize(CoinflowJson.Default.CoinflowVerificationRequired)
                : null,
        };
    }

    private static CoinflowRefusal? Refusal(HttpStatusCode status, JsonElement body) => (int)status switch
    {
        402 => CoinflowRefusal.PaymentMethodUnavailable,
        403 => CoinflowRefusal.NotAllowed,
        409 => CoinflowRefusal.Conflict,
        410 => CoinflowRefusal.CardMustBeRevalidated,
        412 => body.ValueKind == JsonValueKind.Number ? CoinflowRefusal.CustomerUnknown
            : body.At("transactionId").TextOrNumber() is not null && body.At("url").Text() is not null ? CoinflowRefusal.ChallengeRequired
            : CoinflowRefusal.DetailsRequired,
        417 => CoinflowRefusal.TransactionExpired,
        423 => CoinflowRefusal.CustomerBlocked,
        426 => CoinflowRefusal.BicRequired,
        428 => CoinflowRefusal.BankAccountMustBeVerified,
        451 => CoinflowRefusal.VerificationRequired,
        503 => CoinflowRefusal.Unconfirmed,
        _ => null,
    };

    private static Dictionary<string, string> Fields(JsonElement details)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (details.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in details.EnumerateObject())
            {
                fields[field.Name] = field.Value.At("message").Text() ?? field.Value.Text() ?? "";
            }
        }

        return fields;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A proxy's page or plain text; the exception has it unchanged.
            return default;
        }
    }
}
