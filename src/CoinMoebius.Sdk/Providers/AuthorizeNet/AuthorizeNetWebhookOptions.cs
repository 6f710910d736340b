using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.AuthorizeNet;

/// <summary>
/// How Authorize.Net's webhooks are verified. Each secret is a Signature Key from the Merchant Interface (Account, Settings, API
/// Credentials and Keys), as displayed: its 128 characters are the key, without decoding, and their case matters.
/// </summary>
public sealed class AuthorizeNetWebhookOptions : WebhookOptions
{
    /// <summary>The account's currency as three letters, in any case. <c>USD</c> by default: Authorize.Net's events do not contain it.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>The system of Authorize.Net that the key belongs to. Live by default: the events do not contain it.</summary>
    public AuthorizeNetEnvironment Environment { get; set; } = AuthorizeNetEnvironment.Live;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (Currency is null || Currency.Length != 3 || !Currency.All(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')))
        {
            failures.Add("Currency must be the three letters of the account's currency, for example USD.");
        }

        if (Environment is not (AuthorizeNetEnvironment.Live or AuthorizeNetEnvironment.Sandbox))
        {
            failures.Add($"Environment is {(int)Environment}; it must be Live or Sandbox.");
        }
    }
}

/// <summary>The systems of Authorize.Net.</summary>
[JsonConverter(typeof(AuthorizeNetEnvironmentJsonConverter))]
public enum AuthorizeNetEnvironment
{
    /// <summary>Real money.</summary>
    Live = 0,

    /// <summary>sandbox.authorize.net.</summary>
    Sandbox = 1,
}

internal sealed class AuthorizeNetEnvironmentJsonConverter()
    : JsonStringEnumConverter<AuthorizeNetEnvironment>(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false);

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AuthorizeNetWebhookOptions))]
internal sealed partial class AuthorizeNetWebhookOptionsJson : JsonSerializerContext;
