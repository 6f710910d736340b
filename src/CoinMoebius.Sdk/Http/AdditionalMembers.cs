using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CoinMoebius.Sdk.Http;

/// <summary>Checks the additional members that a caller adds to a request.</summary>
internal static class AdditionalMembers
{
    /// <summary>Rejects a member that the request would then have twice: parsers disagree on such JSON.</summary>
    /// <param name="members">The additional members; null for none.</param>
    /// <param name="request">The type of the request.</param>
    /// <param name="parameterName">The name of the caller's parameter.</param>
    /// <exception cref="ArgumentException">The message names the member.</exception>
    public static void RequireUnknown(IDictionary<string, JsonElement>? members, JsonTypeInfo request, string parameterName)
    {
        if (members is { Count: > 0 }
            && request.Properties.FirstOrDefault(property => !property.IsExtensionData && members.ContainsKey(property.Name)) is { } twice)
        {
            throw new ArgumentException($"AdditionalFields holds \"{twice.Name}\", which has its own property: set that instead.", parameterName);
        }
    }
}
