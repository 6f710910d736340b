using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk;

namespace CoinMoebius.Benchmarks.Ratios;

/// <summary>The same call through the client and as one would write it by hand: an address from an id, a key, a checked answer.</summary>
internal sealed class StatusPair(LoopbackServer server, CoinMoebiusClient client, HttpClient http) : IAsyncDisposable
{
    private const string Key = "cmk_live_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH";

    public static async Task<StatusPair> StartAsync()
    {
        var server = await LoopbackServer.StartAsync();
        var options = new CoinMoebiusOptions { ProjectId = "shop", BaseAddress = server.Address, ApiKey = Key };
        return new(server, new CoinMoebiusClient(options), new HttpClient(new SocketsHttpHandler()) { BaseAddress = server.Address });
    }

    public Task<Transaction> Sdk() => client.GetStatusAsync("tx_1");

    public async Task<Status?> HandWritten()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"status/shop/{Uri.EscapeDataString("tx_1")}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(StatusJson.Default.Status);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        http.Dispose();
        await server.DisposeAsync();
    }
}

internal sealed record Status(string Id, [property: JsonPropertyName("status")] string Value, decimal Amount, string Currency, bool IsTest, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Status))]
internal sealed partial class StatusJson : JsonSerializerContext;
