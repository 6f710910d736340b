using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Checks the credentials of the three kinds of calls, and returns errors as Coinflow does.</summary>
internal sealed class CoinflowSimulatorGate(CoinflowSimulator simulator)
{
    private readonly ConcurrentDictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _blocked = new(StringComparer.Ordinal);

    /// <summary>Calls with the merchant's key alone.</summary>
    public RequestDelegate Merchant(Func<CoinflowSimulatorCall, Task> handler) => Wrap(handler, context => (RequireKey(context), UserId: (string?)null).UserId);

    /// <summary>Calls with the merchant's key on behalf of a payer.</summary>
    public RequestDelegate Payer(Func<CoinflowSimulatorCall, Task> handler) => Wrap(handler, context =>
    {
        RequireKey(context);
        return Header(context, "x-coinflow-auth-user-id")
            ?? (Header(context, "x-coinflow-auth-blockchain") is not null ? Header(context, "x-coinflow-auth-wallet") : null)
            ?? throw Unauthorized("Missing x-coinflow-auth-user-id, or x-coinflow-auth-wallet and x-coinflow-auth-blockchain.");
    });

    /// <summary>Calls with a payer's session key alone.</summary>
    public RequestDelegate Session(Func<CoinflowSimulatorCall, Task> handler) => Wrap(handler, context =>
        Header(context, "x-coinflow-auth-session-key") is { } key && _sessions.TryGetValue(key, out var user)
            ? user
            : throw Unauthorized("Missing or invalid x-coinflow-auth-session-key."));

    /// <summary>Calls with a payer's session key and a path that names the merchant.</summary>
    public RequestDelegate SessionOfMerchant(Func<CoinflowSimulatorCall, Task> handler) => Session(call =>
        (string?)call.Context.Request.RouteValues["merchantId"] == simulator.Options.MerchantId ? handler(call) : throw CoinflowSimulatorCall.NotFound());

    public string OpenSession(string userId)
    {
        var key = simulator.Stage.Ids.Token();
        _sessions[key] = userId;
        return key;
    }

    public void Block(string userId, bool isBlocked) => _blocked[userId] = isBlocked;

    /// <summary>Responds 423 for a payer whom the merchant has blocked.</summary>
    public void RequireFunctional(string userId)
    {
        if (_blocked.GetValueOrDefault(userId))
        {
            throw new CoinflowFault(StatusCodes.Status423Locked, new JsonObject { ["message"] = "Customer is blocked" });
        }
    }

    private static string? Header(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    private static CoinflowFault Unauthorized(string details) =>
        new(StatusCodes.Status401Unauthorized, new JsonObject { ["details"] = details, ["debugId"] = "simulator" });

    // The key is the whole header: "Bearer" before it is another key.
    private string RequireKey(HttpContext context) => Header(context, "Authorization") is { } key && key == simulator.Options.ApiKey
        ? key
        : throw Unauthorized("Missing or invalid Authorization.");

    private RequestDelegate Wrap(Func<CoinflowSimulatorCall, Task> handler, Func<HttpContext, string?> authenticate) => async context =>
    {
        try
        {
            var user = authenticate(context);
            var body = await ReadAsync(context).ConfigureAwait(false);
            if (simulator.TryTakeRefusal(out var refusal))
            {
                context.Response.StatusCode = refusal.Status;
                context.Response.ContentType = "application/json; charset=utf-8";
                await context.Response.WriteAsync(refusal.Body, context.RequestAborted).ConfigureAwait(false);
                return;
            }

            await handler(new(context, body, user)).ConfigureAwait(false);
        }
        catch (CoinflowFault fault)
        {
            await ApiResponse.WriteAsync(context, fault.Body, fault.Status).ConfigureAwait(false);
        }
        catch (KeyNotFoundException)
        {
            await ApiResponse.WriteAsync(context, CoinflowSimulatorCall.NotFound().Body, StatusCodes.Status404NotFound).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            await ApiResponse.WriteAsync(context, new JsonObject { ["message"] = exception.Message }, StatusCodes.Status400BadRequest).ConfigureAwait(false);
        }
    };

    private static async Task<JsonElement> ReadAsync(HttpContext context)
    {
        var bytes = await RequestBody.ReadAsync(context).ConfigureAwait(false);
        if (bytes is { Length: 0 })
        {
            return default;
        }

        return bytes is not null && RequestBody.TryParse(bytes, out var json) && json.ValueKind == JsonValueKind.Object
            ? json
            : throw CoinflowSimulatorCall.Invalid("", "invalid object");
    }
}
