using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Maps calls in Mobbex's format: both keys, JSON, and an envelope around every response.</summary>
internal sealed class MobbexSimulatorCalls(MobbexSimulatorOptions options, SimulatorRoutes routes)
{
    /// <summary>Which keys a call needs.</summary>
    public enum Keys
    {
        None,
        Application,
        Both,
    }

    public SimulatorUrls Urls => routes.Urls;

    public static string Value(HttpContext context, string name) => (string)context.GetRouteValue(name)!;

    public static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static decimal? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    public static JsonObject Data(JsonNode? data) => new() { ["result"] = true, ["data"] = data };

    public void Get(string path, Func<HttpContext, Task<JsonObject>> answer, Keys keys = Keys.Both)
    {
        var call = WithoutBody(answer);
        routes.Get(path, context => AnswerAsync(context, call, keys, hasBody: false));
    }

    public void Get(string path, Func<HttpContext, JsonNode?> data, Keys keys = Keys.Both) =>
        Get(path, context => Task.FromResult(Data(data(context))), keys);

    public void Post(string path, Func<HttpContext, JsonElement, Task<JsonObject>> answer, Keys keys = Keys.Both) =>
        routes.Post(path, context => AnswerAsync(context, answer, keys, hasBody: true));

    public void Post(string path, Func<HttpContext, JsonElement, JsonNode?> data, Keys keys = Keys.Both) =>
        Post(path, (context, body) => Task.FromResult(Data(data(context, body))), keys);

    public void Delete(string path, Func<HttpContext, Task<JsonObject>> answer)
    {
        var call = WithoutBody(answer);
        routes.Delete(path, context => AnswerAsync(context, call, Keys.Both, hasBody: false));
    }

    private static Func<HttpContext, JsonElement, Task<JsonObject>> WithoutBody(Func<HttpContext, Task<JsonObject>> answer) =>
        (context, _) => answer(context);

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, JsonElement, Task<JsonObject>> answer, Keys keys, bool hasBody)
    {
        try
        {
            if ((keys != Keys.None && !Is(context, "x-api-key", options.ApiKey))
                || (keys == Keys.Both && !Is(context, "x-access-token", options.AccessToken)))
            {
                throw new MobbexSimulatorRefusal("UNAUTHORIZED", "Invalid credentials", StatusCodes.Status401Unauthorized);
            }

            var json = default(JsonElement);
            if (hasBody
                && !(await RequestBody.ReadAsync(context).ConfigureAwait(false) is { } body
                    && RequestBody.TryParse(body, out json) && json.ValueKind == JsonValueKind.Object))
            {
                throw MobbexSimulatorRefusal.Invalid("The body is not a JSON object");
            }

            await ApiResponse.WriteAsync(context, await answer(context, json).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (MobbexSimulatorRefusal refusal)
        {
            await RefuseAsync(context, refusal).ConfigureAwait(false);
        }
        catch (KeyNotFoundException)
        {
            await RefuseAsync(context, MobbexSimulatorRefusal.Unknown("Operation")).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            await RefuseAsync(context, MobbexSimulatorRefusal.Invalid(exception.Message)).ConfigureAwait(false);
        }
    }

    private static Task RefuseAsync(HttpContext context, MobbexSimulatorRefusal refusal) => ApiResponse.WriteAsync(
        context, new JsonObject { ["result"] = false, ["code"] = refusal.Code, ["error"] = refusal.Message }, refusal.StatusCode);

    private static bool Is(HttpContext context, string header, string expected) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(context.Request.Headers[header].ToString()), Encoding.UTF8.GetBytes(expected));
}
