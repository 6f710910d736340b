using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Testing.Tests.Providers.Coinflow;

/// <summary>A merchant on Coinflow: the client over a loopback port, and an endpoint that verifies what arrives.</summary>
public abstract class CoinflowShop
{
    public static readonly CoinflowPayer Ada = CoinflowPayer.ForUser("ada");
    public static readonly CoinflowMoney Price = CoinflowMoney.FromAmount(19.90m, "USD");
    public static readonly CoinflowCard Card = new()
    {
        CardToken = "tok_1",
        ExpYear = "30",
        ExpMonth = "01",
        Email = "ada@example.com",
        FirstName = "Ada",
        LastName = "L",
    };

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 14, 1, 4, 21, TimeSpan.Zero));

    public CoinflowSimulator Simulator { get; private set; } = null!;

    public CoinflowClient Client { get; private set; } = null!;

    public CoinflowSession Session { get; private set; } = null!;

    public ScriptedMerchant Merchant { get; } = new();

    [SetUp]
    public async Task OpenAsync()
    {
        Simulator = await CoinflowSimulator.StartAsync(options =>
        {
            options.Seed = 7;
            options.TimeProvider = _clock;
            options.WebhookHandler = Merchant;
            options.WebhookUrl = ScriptedMerchant.Url;
        });
        Client = new CoinflowClient(Options());
        Session = await Client.CreateSessionAsync(Ada);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
        Merchant.Dispose();
    }

    public CoinflowOptions Options() => new()
    {
        ApiKey = "coinflow_sandbox_simulator",
        MerchantId = "simulator",
        Environment = CoinflowEnvironment.Sandbox,
        BaseAddress = Simulator.BaseAddress,
        MaxRetries = 0,
    };

    /// <summary>What the merchant's handlers would see of a webhook.</summary>
    public async Task<PaymentEvent> EventAsync(SimulatorDelivery delivery)
    {
        var options = new CoinflowWebhookOptions();
        options.Secrets.Add("coinflow-simulator-validation-key");
        var signed = new CoinflowWebhookSigner("coinflow-simulator-validation-key", _clock).Sign(delivery.Body);
        var verification = await new CoinflowWebhookVerifier(options, _clock).VerifyAsync(signed.ToRequest());
        return verification.EnsureVerified().Should().BeAssignableTo<PaymentEvent>().Subject;
    }

    public static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        var read = new List<T>();
        await foreach (var item in items)
        {
            read.Add(item);
        }

        return read;
    }

    /// <summary>Pays with a card, and gives the payment's id.</summary>
    public async Task<string> PayAsync(CoinflowMoney? price = null, bool authOnly = false)
    {
        var result = await Client.PayByCardAsync(Session, new()
        {
            Subtotal = price ?? Price,
            Card = Card,
            AuthOnly = authOnly,
            WebhookInfo = new() { ["orderId"] = "A-1", ["note"] = "hat" },
        });
        return result.Should().BeOfType<CoinflowAcceptedPayment>().Subject.PaymentId;
    }
}
