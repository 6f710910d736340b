namespace CoinMoebius.Sdk.Testing;

/// <summary>The options of a <see cref="MobbexSimulator"/>.</summary>
public sealed class MobbexSimulatorOptions : GatewaySimulatorOptions
{
    /// <summary>The accepted key of the application.</summary>
    public string ApiKey { get; set; } = "api_key_of_the_simulator";

    /// <summary>The accepted token of the merchant, which Dev Connect also issues.</summary>
    public string AccessToken { get; set; } = "access_token_of_the_simulator";

    /// <summary>
    /// The secret of the token that is added to <see cref="GatewaySimulatorOptions.WebhookUrl"/>. The URL of a checkout is called unchanged.
    /// </summary>
    public string WebhookSecret { get; set; } = "webhook_secret_of_the_simulator";

    /// <summary>The query parameter with that token. <c>cm_token</c> unless set.</summary>
    public string TokenParameter { get; set; } = "cm_token";

    /// <summary>True to send webhooks as forms, as Mobbex does to some integrations. False unless set.</summary>
    public bool AsForm { get; set; }

    /// <summary>The id of the merchant.</summary>
    public string EntityUid { get; set; } = "testshop";

    /// <summary>The price of one unit of any other currency in pesos. 1000 unless set.</summary>
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
