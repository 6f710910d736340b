using Microsoft.Extensions.Configuration;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>Configuration as applications have it.</summary>
internal static class Configurations
{
    /// <summary>A section with these values, in a configuration that has it among others.</summary>
    public static IConfigurationSection Section(Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => "Payments:" + pair.Key, pair => pair.Value)).Build().GetSection("Payments");
}
