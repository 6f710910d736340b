namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// The kinds of travellers' documents. Source: mobbex.dev/checkout, which shows their words without separators: the underscores are
/// inferred, and you can send any other text.
/// </summary>
public static class MobbexIdentificationTypes
{
    /// <summary>An Argentine identity card.</summary>
    public const string ArgentineDni = "arg_dni";

    /// <summary>An Argentine employment number.</summary>
    public const string ArgentineCuil = "arg_cuil";

    /// <summary>An Argentine tax number.</summary>
    public const string ArgentineCuit = "arg_cuit";

    /// <summary>A passport.</summary>
    public const string Passport = "passport";
}
