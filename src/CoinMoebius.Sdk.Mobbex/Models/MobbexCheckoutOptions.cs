namespace CoinMoebius.Sdk.Mobbex;

/// <summary>How a checkout looks and behaves. Sources: mobbex.dev/checkout and the plugins Mobbex publishes.</summary>
public sealed record MobbexCheckoutOptions : ApiModel
{
    /// <summary>True to show the checkout inside the shop's page; needs <see cref="Domain"/>.</summary>
    public bool? Embed { get; init; }

    /// <summary>The version of the embed; Mobbex's plugins send <c>1.2.0</c>.</summary>
    public string? EmbedVersion { get; init; }

    /// <summary>The host of the page that embeds the checkout or its wallet, without scheme and without <c>www.</c>.</summary>
    public string? Domain { get; init; }

    /// <summary>False to send the customer no mail at all; true unless set.</summary>
    public bool? EmitNotifications { get; init; }

    /// <summary>False to send no mail about success; true unless set.</summary>
    public bool? EmitCustomerSuccessNotification { get; init; }

    /// <summary>False to send no mail about failure; true unless set.</summary>
    public bool? EmitCustomerFailureNotification { get; init; }

    /// <summary>False to send no mail about waiting; true unless set.</summary>
    public bool? EmitCustomerWaitingNotification { get; init; }

    /// <summary>True to close or return on any result. The spelling of the name is inferred: see <see cref="MobbexOptions.FieldNames"/>.</summary>
    public bool? CloseOrReturnOnResult { get; init; }

    /// <summary>The seconds before it closes or returns.</summary>
    public int? CloseOrReturnTimeout { get; init; }

    /// <summary>False to hide the labels of plans without interest; true unless set.</summary>
    public bool? ShowNoInterestLabels { get; init; }

    /// <summary>False to hide saved cards; true unless set. The spelling of the name is inferred: see <see cref="MobbexOptions.FieldNames"/>.</summary>
    public bool? ShowWallet { get; init; }

    /// <summary>True to draw a button; seen in an old sample only.</summary>
    public bool? Button { get; init; }

    /// <summary>When the browser returns by itself.</summary>
    public MobbexRedirectOptions? Redirect { get; init; }

    /// <summary>The software that calls.</summary>
    public MobbexPlatform? Platform { get; init; }

    /// <summary>The look.</summary>
    public MobbexTheme? Theme { get; init; }
}

/// <summary>When the browser returns by itself.</summary>
public sealed record MobbexRedirectOptions : ApiModel
{
    /// <summary>True to return after success.</summary>
    public bool? Success { get; init; }

    /// <summary>True to return after failure.</summary>
    public bool? Failure { get; init; }
}
