using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace Gateways;

/// <summary>A payment at one gateway, from its creation to the money back.</summary>
public interface IGateway
{
    /// <summary>The name as people write it.</summary>
    string Name { get; }

    /// <summary>The configuration section with the credentials: where it exists, the real API is called.</summary>
    string Section { get; }

    /// <summary>Starts the simulator and points client and webhooks at it; null for a gateway that nobody can call any more.</summary>
    Task<GatewaySimulator?> SimulateAsync(WebApplicationBuilder builder);

    /// <summary>Points the client at the real API.</summary>
    void Connect(WebApplicationBuilder builder, IConfiguration section);

    /// <summary>Runs the payment and writes down what happens.</summary>
    Task RunAsync(GatewayRun run, CancellationToken cancellationToken);
}

/// <summary>What a gateway needs for its payment.</summary>
/// <param name="Services">Its client.</param>
/// <param name="Webhooks">The events that webhooks become; null where they cannot reach this machine.</param>
/// <param name="Buyer">Whoever pays.</param>
/// <param name="WebhookUrl">Where webhooks go, for a gateway that is told so with each payment; null for nowhere.</param>
/// <param name="Refund">False to keep the money.</param>
/// <param name="Journal">What happened.</param>
public sealed record GatewayRun(IServiceProvider Services, EventLog? Webhooks, Buyer Buyer, Uri? WebhookUrl, bool Refund, Journal Journal)
{
    /// <summary>A reference that no payment before has had.</summary>
    public string Reference { get; } = $"order-{Guid.NewGuid():N}"[..18];

    /// <summary>Waits for the webhook that reports a status; does nothing where webhooks cannot reach this machine.</summary>
    public Task HearAsync(PaymentStatus status, CancellationToken cancellationToken) =>
        Webhooks?.WaitForAsync(status, cancellationToken) ?? Task.CompletedTask;
}
