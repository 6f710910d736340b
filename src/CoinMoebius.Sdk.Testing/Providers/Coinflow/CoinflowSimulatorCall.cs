using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A call with valid credentials.</summary>
/// <param name="Context">The call.</param>
/// <param name="Body">Its JSON body; undefined when there is none.</param>
/// <param name="UserId">The payer; null in the merchant's own calls.</param>
internal sealed record CoinflowSimulatorCall(HttpContext Context, JsonElement Body, string? UserId)
{
    /// <summary>The last part of the path.</summary>
    public string Id => (string)Context.GetRouteValue("id")!;

    public string? Query(string name) => Context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public JsonElement At(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value : default;

    public string? Text(string name) => At(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A required text.</summary>
    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw Invalid(name, $"'{name}' is required");

    public Task OkAsync(JsonNode? body) => ApiResponse.WriteAsync(Context, body);

    /// <summary>Responds 200 without a body.</summary>
    public Task OkAsync()
    {
        Context.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    public static CoinflowFault Invalid(string field, string message) => new(StatusCodes.Status422UnprocessableEntity, new JsonObject
    {
        ["message"] = "Validation Failed",
        ["details"] = new JsonObject { ["requestBody." + field] = new JsonObject { ["message"] = message } },
        ["debugId"] = "simulator",
    });

    public static CoinflowFault NotFound() => new(StatusCodes.Status404NotFound, new JsonObject { ["message"] = "Not found" });

    /// <summary>A page of a list; the first 100 items unless the query has <c>page</c> and a size.</summary>
    public IEnumerable<T> Page<T>(IEnumerable<T> items, string sizeName = "limit")
    {
        var size = Number(sizeName);
        var page = Number("page");
        if (page is not null && size is null)
        {
            throw new CoinflowFault(StatusCodes.Status400BadRequest, new JsonObject { ["message"] = $"page needs {sizeName}" });
        }

        return items.Skip(((page ?? 1) - 1) * (size ?? 100)).Take(size ?? 100);
    }

    private int? Number(string name) => Query(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw Invalid(name, "invalid integer number");
}

/// <summary>Ends a call with an error response.</summary>
internal sealed class CoinflowFault(int status, JsonNode body) : Exception
{
    public int Status { get; } = status;

    public JsonNode Body { get; } = body;
}
