namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The design of the hosted checkout. Colours are in CSS format.</summary>
public sealed record CoinflowCheckoutTheme : ApiModel
{
    /// <summary>The main colour.</summary>
    public string? Primary { get; init; }

    /// <summary>The background.</summary>
    public string? Background { get; init; }

    /// <summary>The background of cards.</summary>
    public string? CardBackground { get; init; }

    /// <summary>A second background.</summary>
    public string? BackgroundAccent { get; init; }

    /// <summary>A third background.</summary>
    public string? BackgroundAccent2 { get; init; }

    /// <summary>The colour of text.</summary>
    public string? TextColor { get; init; }

    /// <summary>The colour of secondary text.</summary>
    public string? TextColorAccent { get; init; }

    /// <summary>The colour of text on buttons.</summary>
    public string? TextColorAction { get; init; }

    /// <summary>The colour of the pay button.</summary>
    public string? CtaColor { get; init; }

    /// <summary>The font.</summary>
    public string? Font { get; init; }

    /// <summary>The size of the font.</summary>
    public string? FontSize { get; init; }

    /// <summary>The weight of the font.</summary>
    public string? FontWeight { get; init; }

    /// <summary>The corners: <c>rounded</c>, <c>sharp</c> or <c>pill</c>.</summary>
    public string? Style { get; init; }

    /// <summary>True to show the card's brand.</summary>
    public bool? ShowCardIcon { get; init; }

    /// <summary>The placeholder of the card number.</summary>
    public string? CardNumberPlaceholder { get; init; }

    /// <summary>The placeholder of the security code.</summary>
    public string? CvvPlaceholder { get; init; }

    /// <summary>The placeholder of the expiry date.</summary>
    public string? ExpirationPlaceholder { get; init; }

    /// <summary>The colour of placeholders.</summary>
    public string? PlaceholderColor { get; init; }
}
