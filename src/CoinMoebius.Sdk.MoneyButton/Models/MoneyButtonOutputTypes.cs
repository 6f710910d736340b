namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>The kinds of recipients in <see cref="MoneyButtonOutput.Type"/>, in any case. Source: about.moneybutton.com/docs/api/api-webhooks.</summary>
public static class MoneyButtonOutputTypes
{
    /// <summary>An address on the chain.</summary>
    public const string Address = "address";

    /// <summary>A user, as in the documentation of webhooks.</summary>
    public const string UserId = "userId";

    /// <summary>A user, as in payloads.</summary>
    public const string User = "USER";

    /// <summary>A locking script.</summary>
    public const string Script = "script";
}
