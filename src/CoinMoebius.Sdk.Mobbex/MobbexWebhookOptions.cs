using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>What is believed of a notification whose address bears the right token. Mobbex signs nothing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MobbexConfirmation>))]
public enum MobbexConfirmation
{
    /// <summary>
    /// Nothing: the operation is read back with the merchant's keys, and the event is made of the answer. Needs
    /// <see cref="IMobbexClient"/>. The default.
    /// </summary>
    Reread = 0,

    /// <summary>
    /// Everything. The token proves only that the sender knows the address of that reference, so whoever reads one address, in a log
    /// for example, can report that order as paid.
    /// </summary>
    TokenOnly = 1,
}

/// <summary>
/// How Mobbex's notifications are checked. The secrets are the merchant's own: make one of 32 random characters or more, and give each
/// checkout the address that <see cref="MobbexWebhookUrl"/> makes with it.
/// </summary>
public sealed class MobbexWebhookOptions : WebhookOptions
{
    /// <summary>Options with the limit of 64 KiB for a body.</summary>
    public MobbexWebhookOptions() => MaxBodySize = BodyLimit.Parsed;

    /// <summary>The parameter that holds the token in the query of the webhook's address. <c>cm_token</c> unless set.</summary>
    public string TokenParameter { get; set; } = UrlToken.DefaultParameter;

    /// <summary>The operation is read back unless set.</summary>
    public MobbexConfirmation Confirmation { get; set; }

    private protected override bool NamesOwner => true;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (!UrlToken.IsParameter(TokenParameter))
        {
            failures.Add("TokenParameter must be 1 to 64 letters, digits, '-', '_', '.' or '~', so that it stands in a query as it is.");
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
