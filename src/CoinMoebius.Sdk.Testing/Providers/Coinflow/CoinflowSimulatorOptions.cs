using CoinMoebius.Sdk.Coinflow;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The options of a <see cref="CoinflowSimulator"/>.</summary>
public sealed class CoinflowSimulatorOptions : GatewaySimulatorOptions
{
    /// <summary>The merchant's API key. Default <c>coinflow_sandbox_simulator</c>; calls with another key get 401.</summary>
    public string ApiKey { get; set; } = "coinflow_sandbox_simulator";

    /// <summary>The merchant's id. Default <c>simulator</c>; calls that name another merchant get 404.</summary>
    public string MerchantId { get; set; } = "simulator";

    /// <summary>
    /// The Webhook Validation Key that signs webhooks; give it to <see cref="CoinflowWebhookOptions"/>. Default
    /// <c>coinflow-simulator-validation-key</c>.
    /// </summary>
    public string WebhookValidationKey { get; set; } = "coinflow-simulator-validation-key";

    internal override IWebhookSigner CreateSigner() => new CoinflowWebhookSigner(WebhookValidationKey, TimeProvider);

    internal override void Validate()
    {
        base.Validate();
        ArgumentException.ThrowIfNullOrWhiteSpace(ApiKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(MerchantId);
        ArgumentException.ThrowIfNullOrWhiteSpace(WebhookValidationKey);
    }
}
