using System.Text;
using CoinMoebius.Sdk.Providers.Square;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

/// <summary>A provider may sign the address that it calls, which a rail learns only when the merchant has started.</summary>
public sealed class SimulatorSignedUrlTests
{
    private const string Key = "Ibxx_5AKakO-3qeNVR61Dw";
    private const string Public = "https://shop.example/webhooks/square";

    [Test]
    public async Task The_address_of_the_rail_is_signed()
    {
        var verdicts = await DeliverAsync(new SquareWebhookSigner(Key), ScriptedMerchant.Url.OriginalString);

        verdicts.Should().Equal(true, true);
    }

    [Test]
    public async Task An_address_of_the_signer_is_signed_wherever_the_rail_leads()
    {
        var verdicts = await DeliverAsync(new SquareWebhookSigner(Key, Public), Public);

        verdicts.Should().Equal(true, true);
    }

    private static async Task<bool[]> DeliverAsync(SquareWebhookSigner signer, string notificationUrl)
    {
        using var merchant = new Merchant();
        var options = new CoinMoebiusSimulatorOptions { WebhookHandler = merchant };
        options.Products.Add(new("t-shirt", "T-shirt", 19.99m, "USD"));
        var rail = options.AddRail(signer);
        await using var simulator = new CoinMoebiusSimulator(options);
        using var http = simulator.CreateClient();
        rail.WebhookUrl = ScriptedMerchant.Url;

        using var answer = await http.PostAsync("api/checkout/square/demo", new StringContent("""{"productId":"t-shirt"}""", Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
        await simulator.PayAsync(simulator.Transactions[^1].Id);
        await simulator.SendAgainAsync(1);

        var verifier = new SquareWebhookVerifier(new SquareWebhookOptions { Secrets = { Key }, NotificationUrl = notificationUrl });
        var verdicts = new List<bool>();
        foreach (var (body, signature) in merchant.Received)
        {
            var request = new Webhooks.WebhookRequest(body, [KeyValuePair.Create("x-square-hmacsha256-signature", signature)]);
            verdicts.Add((await verifier.VerifyAsync(request)).IsVerified);
        }

        return [.. verdicts];
    }

    private sealed class Merchant : HttpMessageHandler
    {
        public List<(byte[] Body, string Signature)> Received { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Received.Add((body, string.Concat(request.Headers.GetValues("x-square-hmacsha256-signature"))));
            return new();
        }
    }
}
