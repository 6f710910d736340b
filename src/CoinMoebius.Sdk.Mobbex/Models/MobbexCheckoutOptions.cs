namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The look and behaviour of a checkout. Sources: mobbex.dev/checkout and the plugins Mobbex publishes.</summary>
public sealed record MobbexCheckoutOptions : ApiModel
{
    /// <summary>True to show the checkout inside the shop's page; needs <see cref="Domain"/>.</summary>
    public bool? Embed { get; init; }

    /// <summary>The version of the embed; Mobbex's plugins send <c>1.2.0</c>.</summary>
    public string? EmbedVersion { get; init; }

    /// <summary>The host of the page that embeds the checkout or its wallet, without scheme and without <c>www.</c>.</summary>
    public string? Domain { get; init; }

    /// <summary>False to send the customer no email at all. The default is true.</summary>
    public bool? EmitNotifications { get; init; }

    /// <summary>False to send no email about success. The default is true.</summary>
    public bool? EmitCustomerSuccessNotification { get; init; }

    /// <summary>False to send no email about failure. The default is true.</summary>
    public bool? EmitCustomerFailureNotification { get; init; }

    /// <summary>False to send no email about pending payments. The default is true.</summary>
    public bool? EmitCustomerWaitingNotification { get; init; }

    /// <summary>True to close or return on any result. The spelling of the name is inferred: see <see cref="MobbexOptions.FieldNames"/>.</summary>
    public bool? CloseOrReturnOnResult { get; init; }

    /// <summary>The number of seconds before the checkout closes or returns.</summary>
    public int? CloseOrReturnTimeout { get; init; }

    /// <summary>False to hide the labels of plans without interest. The default is true.</summary>
    public bool? ShowNoInterestLabels { get; init; }

    /// <summary>
    /// False to hide saved cards. The default is true. The spelling of the name is inferred: see <see cref="MobbexOptions.FieldNames"/>.
    /// </summary>
    public bool? ShowWallet { get; init; }

    /// <summary>True to show a button; known only from an old sample.</summary>
    public bool? Button { get; init; }

    /// <summary>When the browser returns automatically.</summary>
    public MobbexRedirectOptions? Redirect { get; init; }

    /// <summary>The calling software.</summary>
    public MobbexPlatform? Platform { get; init; }

    /// <summary>The theme.</summary>
    public MobbexTheme? Theme { get; init; }
}

/// <summary>When the browser returns automatically.</summary>
public sealed record MobbexRedirectOptions : ApiModel
{
    /// <summary>True to return automatically after success.</summary>
    public bool? Success { get; init; }

    /// <summary>True to return automatically after failure.</summary>
    public bool? Failure { get; init; }
}
