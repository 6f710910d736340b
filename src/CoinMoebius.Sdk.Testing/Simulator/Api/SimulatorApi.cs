using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The JSON endpoints of the Cloud API.</summary>
internal sealed class SimulatorApi(CoinMoebiusSimulator simulator, SimulatorUrls urls)
{
    private const string BearerPrefix = "Bearer ";

    private readonly byte[] _keyDigest = SHA256.HashData(Encoding.UTF8.GetBytes(simulator.Options.ApiKey));

    public Task CreateCheckoutAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var provider = new PaymentProvider(Route(context, "provider"));
        if (simulator.Options.FindRail(provider) is not { } rail)
        {
            return Refuse(ApiError.NotFound("provider_not_connected", $"The project is not connected to \"{provider}\"."));
        }

        var (body, unreadable) = await ReadBodyAsync(context).ConfigureAwait(false);
        if (unreadable is not null)
        {
            return Refuse(unreadable);
        }

        var (checkout, error) = CheckoutOrder.Read(body, simulator.Options.Products);
        if (checkout is null)
        {
            return Refuse(error!);
        }

        var transaction = Open(rail, checkout);
        simulator.Stage.Book.Add(transaction);
        return (CheckoutResponse.Create(simulator, transaction, urls.Base(context)), null);
    });

    public Task GetStatusAsync(HttpContext context) => AnswerAsync(context, () =>
    {
        var id = Route(context, "id");
        if (CheckLimit(context) is { } limited)
        {
            return Now(Refuse(limited));
        }

        if (simulator.FindTransaction(id) is { } found)
        {
            return Now((Status(CloudStatus(found.Status).Value, found.Amount, found.Currency, found.CreatedAt, found.UpdatedAt), null));
        }

        return Now(simulator.Subscriptions.TryGet(id, out var plan)
            ? (Status(plan.Status.Value, plan.Price, plan.Currency, plan.CreatedAt, plan.UpdatedAt), null)
            : Refuse(ApiError.NotFound("transaction_not_found", "There is no such transaction or subscription in this project.")));
    });

    public Task CreatePortalUrlAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var id = Route(context, "id");
        if (!simulator.Subscriptions.TryGet(id, out _))
        {
            return Refuse(ApiError.NotFound("subscription_not_found", "There is no such subscription in this project."));
        }

        Uri? returnUrl = null;
        if (context.Request.ContentLength is not (null or 0) || context.Request.Headers.TransferEncoding.Count > 0)
        {
            var (body, unreadable) = await ReadBodyAsync(context).ConfigureAwait(false);
            if (unreadable is not null)
            {
                return Refuse(unreadable);
            }

            if (!TryReadReturnUrl(body, out returnUrl))
            {
                return Refuse(ApiError.Invalid("invalid_return_url", "returnUrl must be https, or http on this machine."));
            }
        }

        simulator.Subscriptions.SetReturnUrl(id, returnUrl);
        return (new JsonObject { ["url"] = $"{urls.Base(context)}/portal/{Uri.EscapeDataString(id)}" }, null);
    });

    public Task GetPublicInfoAsync(HttpContext context) => AnswerAsync(context, () => Now((
        new JsonObject
        {
            ["projectId"] = simulator.ProjectId,
            ["providers"] = new JsonArray([.. simulator.Options.Rails.Select(
                JsonNode? (rail) => new JsonObject { ["id"] = rail.Provider.Value, ["name"] = rail.Name })]),
        },
        null)));

    private async Task AnswerAsync(HttpContext context, Func<Task<(JsonObject? Body, ApiError? Error)>> answer)
    {
        var (body, error) = CheckAccess(context) is { } refused ? (null, refused) : await answer().ConfigureAwait(false);
        await (body is null ? ApiResponse.WriteAsync(context, error!) : ApiResponse.WriteAsync(context, body)).ConfigureAwait(false);
    }

    private ApiError? CheckAccess(HttpContext context)
    {
        if (!TryReadKey(context, out var key) || (key is not null && !IsKey(key)))
        {
            return new(StatusCodes.Status401Unauthorized, "Unauthorized", "invalid_api_key", "The API key does not belong to this project.");
        }

        return Route(context, "projectId") == simulator.ProjectId
            ? null
            : ApiError.NotFound("project_not_found", "There is no such project.");
    }

    private ApiError? CheckLimit(HttpContext context)
    {
        var isAnonymous = TryReadKey(context, out var key) && key is null;
        var caller = isAnonymous ? "address " + context.Connection.RemoteIpAddress : "key";
        var limit = isAnonymous ? simulator.Options.AnonymousStatusLimitPerMinute : simulator.Options.StatusLimitPerMinute;
        return simulator.RateLimit.TryEnter(caller, limit, out var retryAfter)
            ? null
            : new(StatusCodes.Status429TooManyRequests, "Too many requests", "rate_limited", $"At most {limit} status calls per minute.")
            {
                RetryAfter = retryAfter,
            };
    }

    /// <summary>False for an Authorization header of another form; true with a null key for an anonymous call.</summary>
    private static bool TryReadKey(HttpContext context, out string? key)
    {
        var header = context.Request.Headers.Authorization;
        key = null;
        if (header.Count == 0)
        {
            return true;
        }

        if (header.Count > 1 || header[0]?.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) is not true)
        {
            return false;
        }

        key = header[0]![BearerPrefix.Length..].Trim();
        return true;
    }

    private bool IsKey(string key) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), _keyDigest);

    private SimulatorTransaction Open(SimulatorRail rail, CheckoutOrder checkout)
    {
        var id = simulator.Stage.Ids.Transaction();
        var now = simulator.Options.TimeProvider.GetUtcNow();
        checkout.Metadata[CheckoutMetadata.TransactionId] = id;
        return new()
        {
            Id = id,
            Provider = rail.Provider,
            ProviderPaymentId = simulator.Stage.Ids.ProviderPayment(rail.Signer),
            Product = checkout.Product,
            Reference = id,
            Status = rail.Provider == PaymentProvider.Manual ? PaymentStatus.PendingManual : PaymentStatus.Pending,
            Price = checkout.Price,
            Currency = checkout.Currency,
            Metadata = checkout.Metadata.AsReadOnly(),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private static async Task<(JsonElement Body, ApiError? Error)> ReadBodyAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return (default, new(StatusCodes.Status415UnsupportedMediaType, "Unsupported media type", "json_required", "Send application/json."));
        }

        if (await RequestBody.ReadAsync(context).ConfigureAwait(false) is not { } body)
        {
            return (default, new(StatusCodes.Status413PayloadTooLarge, "Too large", "body_too_large", "The body may have at most 64 KiB."));
        }

        return RequestBody.TryParse(body, out var json) ? (json, null) : (default, ApiError.BadRequest("invalid_json", "The body is not JSON."));
    }

    private static bool TryReadReturnUrl(JsonElement body, out Uri? returnUrl)
    {
        returnUrl = null;
        return body.ValueKind == JsonValueKind.Object && (!body.TryGetProperty("returnUrl", out var text) || text.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.String => Uri.TryCreate(text.GetString(), UriKind.Absolute, out returnUrl) && LoopbackUrl.IsSafePage(returnUrl),
            _ => false,
        });
    }

    private static JsonObject Status(string status, decimal amount, string currency, DateTimeOffset createdAt, DateTimeOffset updatedAt) => new()
    {
        ["status"] = status,
        ["amount"] = amount,
        ["currency"] = currency,
        ["isTest"] = true,
        ["createdAt"] = ApiResponse.Time(createdAt),
        ["updatedAt"] = ApiResponse.Time(updatedAt),
    };

    // The Cloud has one status for full and partial refunds: docs, "statuses".
    private static PaymentStatus CloudStatus(PaymentStatus status) => status == PaymentStatus.PartiallyRefunded ? PaymentStatus.Refunded : status;

    private static string Route(HttpContext context, string name) => (string)context.GetRouteValue(name)!;

    private static (JsonObject? Body, ApiError? Error) Refuse(ApiError error) => (null, error);

    private static Task<(JsonObject? Body, ApiError? Error)> Now((JsonObject? Body, ApiError? Error) answer) => Task.FromResult(answer);
}
