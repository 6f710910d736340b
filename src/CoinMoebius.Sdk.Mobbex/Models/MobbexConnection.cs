using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A request for access to a merchant's account (Dev Connect).</summary>
public sealed record MobbexConnection : ApiModel
{
    /// <summary>The id for <see cref="IMobbexClient.GetConnectionCredentialsAsync"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The page where the merchant grants access; always https, or http on a loopback address.</summary>
    public required Uri Url { get; init; }
}

/// <summary>The credentials of a merchant's account. Protect the token like a password.</summary>
public sealed record MobbexConnectionCredentials : ApiModel
{
    /// <summary>The merchant's <see cref="MobbexOptions.AccessToken"/>.</summary>
    [JsonPropertyName("access_token")]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required string AccessToken { get; init; }

    /// <summary>The merchant; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexEntity>))]
    public MobbexEntity? Entity { get; init; }
}
