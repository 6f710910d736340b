namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The theme of a checkout.</summary>
public sealed record MobbexTheme : ApiModel
{
    /// <summary>The type of a light theme.</summary>
    public const string Light = "light";

    /// <summary>The type of a dark theme.</summary>
    public const string Dark = "dark";

    /// <summary><see cref="Light"/> or <see cref="Dark"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The background colour, as <c>#RRGGBB</c> or <c>#RGB</c>.</summary>
    public string? Background { get; init; }

    /// <summary>False to hide the header.</summary>
    public bool? ShowHeader { get; init; }

    /// <summary>The header.</summary>
    public MobbexThemeHeader? Header { get; init; }

    /// <summary>The colours.</summary>
    public MobbexThemeColors? Colors { get; init; }
}

/// <summary>The header of a checkout.</summary>
public sealed record MobbexThemeHeader : ApiModel
{
    /// <summary>The name in the header.</summary>
    public string? Name { get; init; }

    /// <summary>The address of the logo; https.</summary>
    public string? Logo { get; init; }
}

/// <summary>The colours of a checkout.</summary>
public sealed record MobbexThemeColors : ApiModel
{
    /// <summary>The main colour, as <c>#RRGGBB</c> or <c>#RGB</c>.</summary>
    public string? Primary { get; init; }
}
