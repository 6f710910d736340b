using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CoinMoebius.Sdk.Http;

/// <summary>The members that a caller adds to a request of his own accord.</summary>
internal static class AdditionalMembers
{
    /// <summary>Refuses a member that would be there twice: such JSON means something else to each reader.</summary>
    /// <param name="members">What is added; null for nothing.</param>
    /// <param name="request">What it is added to.</param>
    /// <param name="parameterName">The request's name at the caller.</param>
    /// <exception cref="ArgumentException">The message names the member.</exception>
    public static void RequireUnknown(IDictionary<string, JsonElement>? members, JsonTypeInfo request, string parameterName)
    {
        if (members is { Count: > 0 }
            && request.Properties.FirstOrDefault(property => !property.IsExtensionData && members.ContainsKey(property.Name)) is { } twice)
        {
            throw new ArgumentException($"AdditionalFields holds \"{twice.Name}\", which has a property of its own: set that.", parameterName);
        }
    }
}
