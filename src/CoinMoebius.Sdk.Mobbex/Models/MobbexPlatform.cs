using System.Text.Json.Nodes;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The calling software.</summary>
public sealed record MobbexPlatform : ApiModel
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>The version of PHP, which Mobbex's plugins send; or null.</summary>
    public string? Php { get; init; }

    /// <summary>The shop system with its name and version; or null.</summary>
    public JsonObject? Ecommerce { get; init; }
}
