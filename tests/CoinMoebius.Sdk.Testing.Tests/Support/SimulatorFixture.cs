using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Testing.Tests.Support;

/// <summary>A simulator in memory on a manual clock, with two products.</summary>
public abstract class SimulatorFixture : IDisposable
{
    private CoinMoebiusSimulator? _simulator;
    private HttpClient? _http;

    protected ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 14, 1, 4, 21, 345, TimeSpan.Zero));

    protected ScriptedMerchant Merchant { get; set; } = new();

    protected CoinMoebiusSimulator Simulator => _simulator ??= Create();

    protected HttpClient Http => _http ??= Simulator.CreateClient();

    public void Dispose()
    {
        _http?.Dispose();
        Merchant.Dispose();
        GC.SuppressFinalize(this);
    }

    [TearDown]
    public async Task StopAsync()
    {
        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }
    }

    protected virtual void Configure(CoinMoebiusSimulatorOptions options)
    {
    }

    protected async Task<SimulatorTransaction> CheckoutAsync(PaymentProvider provider, string body = """{"productId":"t-shirt"}""")
    {
        using var response = await PostAsync($"api/checkout/{provider}/demo", body);
        response.EnsureSuccessStatusCode();
        return Simulator.Transactions[^1];
    }

    protected Task<HttpResponseMessage> PostAsync(string path, string json)
    {
        var content = new StringContent(json, Encoding.UTF8, "application/json");
        return Http.PostAsync(path, content);
    }

    protected Task<HttpResponseMessage> StatusAsync(string id, string? key = "cmk_test_simulator")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"status/demo/{id}");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return Http.SendAsync(request);
    }

    protected async Task<string> StatusTextAsync(string id)
    {
        using var response = await StatusAsync(id);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString()!;
    }

    private CoinMoebiusSimulator Create()
    {
        var options = new CoinMoebiusSimulatorOptions { Seed = 7, TimeProvider = Clock, WebhookHandler = Merchant };
        options.Products.Add(new("t-shirt", "T-shirt", 19.99m, "USD"));
        options.Products.Add(SimulatorProduct.BuyerPriced("gift", "Gift"));
        Configure(options);
        return new(options);
    }
}
