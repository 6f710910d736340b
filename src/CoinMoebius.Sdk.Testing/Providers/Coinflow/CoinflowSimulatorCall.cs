using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A call whose credentials are right.</summary>
/// <param name="Context">The call.</param>
/// <param name="Body">Its JSON body; undefined without one.</param>
/// <param name="UserId">The payer; null in the merchant's own calls.</param>
internal sealed record CoinflowSimulatorCall(HttpContext Context, JsonElement Body, string? UserId)
{
    /// <summary>The last part of the path.</summary>
    public string Id => (string)Context.GetRouteValue("id")!;

    public string? Query(string name) => Context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public JsonElement At(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value : default;

    public string? Text(string name) => At(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A text that must be there.</summary>
    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw Invalid(name, $"'{name}' is required");

    public Task OkAsync(JsonNode? body) => ApiResponse.WriteAsync(Context, body);

    /// <summary>200 without a body.</summary>
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

    /// <summary>A page of a list: all of it without <c>limit</c>'s default, one page with <c>page</c>.</summary>
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

/// <summary>An answer that is an error.</summary>
internal sealed class CoinflowFault(int status, JsonNode body) : Exception
{
    public int Status { get; } = status;

    public JsonNode Body { get; } = body;
}
