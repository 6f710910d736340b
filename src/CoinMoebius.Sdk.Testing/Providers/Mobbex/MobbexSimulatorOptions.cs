namespace CoinMoebius.Sdk.Testing;

/// <summary>What a <see cref="MobbexSimulator"/> plays.</summary>
public sealed class MobbexSimulatorOptions : GatewaySimulatorOptions
{
    /// <summary>The application's key that it accepts.</summary>
    public string ApiKey { get; set; } = "api_key_of_the_simulator";

    /// <summary>The merchant's token that it accepts, and that Dev Connect hands out.</summary>
    public string AccessToken { get; set; } = "access_token_of_the_simulator";

    /// <summary>
    /// The secret of the token that goes with a webhook to <see cref="GatewaySimulatorOptions.WebhookUrl"/>. A checkout that brings an
    /// address of its own is called there as it is.
    /// </summary>
    public string WebhookSecret { get; set; } = "webhook_secret_of_the_simulator";

    /// <summary>The parameter that holds that token. <c>cm_token</c> unless set.</summary>
    public string TokenParameter { get; set; } = "cm_token";

    /// <summary>True to send webhooks as forms, as Mobbex does to some integrations. False unless set.</summary>
    public bool AsForm { get; set; }

    /// <summary>The id of the merchant.</summary>
    public string EntityUid { get; set; } = "testshop";

    /// <summary>How many pesos a unit of any other currency costs. 1000 unless set.</summary>
    public decimal Rate { get; set; } = 1000m;

    internal override IWebhookSigner CreateSigner() =>
        new MobbexWebhookSigner(WebhookSecret, TimeProvider) { AsForm = AsForm, TokenParameter = TokenParameter };

    internal override void Validate()
    {
        base.Validate();
        ArgumentException.ThrowIfNullOrWhiteSpace(ApiKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(AccessToken);
        ArgumentException.ThrowIfNullOrWhiteSpace(WebhookSecret);
        ArgumentException.ThrowIfNullOrWhiteSpace(TokenParameter);
        ArgumentException.ThrowIfNullOrWhiteSpace(EntityUid);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Rate);
    }
}
