namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// Kinds of documents of travellers. Source: mobbex.dev/checkout, which shows the words of each without what joins them: the underscores
/// are inferred, and any other text may be sent.
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
