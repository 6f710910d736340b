using System.Text.Json.Nodes;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The software that calls.</summary>
public sealed record MobbexPlatform : ApiModel
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>The version of PHP, which Mobbex's plugins send; or null.</summary>
    public string? Php { get; init; }

    /// <summary>The shop system, as name and version; or null.</summary>
    public JsonObject? Ecommerce { get; init; }
}
