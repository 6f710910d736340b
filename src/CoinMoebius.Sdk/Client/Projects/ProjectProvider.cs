namespace CoinMoebius.Sdk;

/// <summary>One provider of a project.</summary>
public sealed record ProjectProvider
{
    /// <summary>The id of the provider.</summary>
    public required PaymentProvider Id { get; init; }

    /// <summary>Its name for buyers; the id when the answer has none.</summary>
    public required string Name { get; init; }

    /// <summary>The provider's key for browsers, public by its nature; or null.</summary>
    public string? PublishableKey { get; init; }

    /// <summary>Pay by mail: where to send the letter; or null.</summary>
    public string? MailingAddress { get; init; }

    /// <summary>Pay by mail: the currency that the merchant accepts, for example <c>USD</c>; or null.</summary>
    public string? ExpectedCurrency { get; init; }

    /// <summary>Pay by mail: the rate of one Goldback; or null.</summary>
    public decimal? GoldbackRate { get; init; }
}
