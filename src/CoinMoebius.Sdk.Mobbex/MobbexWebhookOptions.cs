using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>How much the SDK trusts a notification whose address has the right token. Mobbex does not sign notifications.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MobbexConfirmation>))]
public enum MobbexConfirmation
{
    /// <summary>
    /// Trusts nothing: the verifier reads the operation back with the merchant's keys and creates the event from the response. Requires
    /// <see cref="IMobbexClient"/>. This is the default.
    /// </summary>
    Reread = 0,

    /// <summary>
    /// Trusts everything. The token proves only that the sender knows the address of that reference, so anyone who reads an address, for
    /// example in a log, can report that order as paid.
    /// </summary>
    TokenOnly = 1,
}

/// <summary>
/// The options of Mobbex's webhooks. The merchant creates the secrets: generate one of at least 32 random characters, and give each
/// checkout the address that <see cref="MobbexWebhookUrl"/> creates with it.
/// </summary>
public sealed class MobbexWebhookOptions : WebhookOptions
{
    /// <summary>Creates options with a limit of 64 KiB for a body.</summary>
    public MobbexWebhookOptions() => MaxBodySize = BodyLimit.Parsed;

    /// <summary>The query parameter of the webhook's address that holds the token. The default is <c>cm_token</c>.</summary>
    public string TokenParameter { get; set; } = UrlToken.DefaultParameter;

    /// <summary>How notifications are confirmed. The default is <see cref="MobbexConfirmation.Reread"/>.</summary>
    public MobbexConfirmation Confirmation { get; set; }

    private protected override bool NamesOwner => true;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (!UrlToken.IsParameter(TokenParameter))
        {
            failures.Add("TokenParameter must be 1 to 64 letters, digits, '-', '_', '.' or '~', so that it needs no escaping in a query.");
        }

        if (Confirmation is not (MobbexConfirmation.Reread or MobbexConfirmation.TokenOnly))
        {
            failures.Add($"Confirmation is {Confirmation}; it must be reread or tokenOnly.");
        }
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MobbexWebhookOptions))]
internal sealed partial class MobbexWebhookOptionsJson : JsonSerializerContext;
