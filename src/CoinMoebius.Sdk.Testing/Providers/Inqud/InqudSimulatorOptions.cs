using CoinMoebius.Sdk.Inqud;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The options of an <see cref="InqudSimulator"/>.</summary>
public sealed class InqudSimulatorOptions : GatewaySimulatorOptions
{
    /// <summary>The id of the accepted API token.</summary>
    public string TokenId { get; set; } = "TKN-00000000-0000-4000-8000-00000000000a";

    /// <summary>The secret of that token.</summary>
    public string TokenSecret { get; set; } = "token_secret_of_the_simulator";

    /// <summary>The secret that signs webhooks.</summary>
    public string WebhookSecret { get; set; } = "webhook_secret_of_the_simulator";

    /// <summary>The id of the only widget.</summary>
    public string ProjectId { get; set; } = "CAP-00000000-0000-4000-8000-000000000001";

    /// <summary>The id of the only on-ramp project.</summary>
    public string OnRampProjectId { get; set; } = "ORP-00000000-0000-4000-8000-000000000002";

    /// <summary>The coins of the widget. One unit of each equals one unit of every currency. Payers on the payment page use the first coin.</summary>
    public IList<InqudCoin> Coins { get; } = [InqudCoin.TronUsdt, InqudCoin.EthereumUsdt, InqudCoin.SolanaUsdc];

    internal override IWebhookSigner CreateSigner() => new InqudWebhookSigner(WebhookSecret, TimeProvider);

    internal override void Validate()
    {
        base.Validate();
        ArgumentException.ThrowIfNullOrWhiteSpace(TokenId);
        ArgumentException.ThrowIfNullOrWhiteSpace(TokenSecret);
        ArgumentException.ThrowIfNullOrWhiteSpace(WebhookSecret);
        ArgumentException.ThrowIfNullOrWhiteSpace(ProjectId);
        ArgumentException.ThrowIfNullOrWhiteSpace(OnRampProjectId);
        ArgumentOutOfRangeException.ThrowIfZero(Coins.Count, nameof(Coins));
    }
}
