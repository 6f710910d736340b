using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// How NOWPayments' notifications are verified. Each secret is the IPN secret key from the dashboard's store settings, as shown.
/// White space around it is ignored, as NOWPayments' own library does.
/// </summary>
public sealed class NowPaymentsWebhookOptions : WebhookOptions
{
    private static readonly char[] WhiteSpace = [' ', '\t', '\r', '\n', '\v', '\f'];

    /// <summary>Options with the limit of 64 KiB for a body; real ones have less than one.</summary>
    public NowPaymentsWebhookOptions() => MaxBodySize = BodyLimit.Parsed;

    /// <summary>
    /// True to read each payment back from NOWPayments, with the <see cref="INowPaymentsClient"/> of the same account, and to make the event
    /// of what it says. False unless set. Worth it because no time is signed, and because whoever learns the IPN secret could otherwise
    /// notify of payments that nobody made.
    /// </summary>
    public bool ConfirmPayments { get; set; }

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        for (var i = 0; i < Secrets.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(Secrets[i]) && Secrets[i].Length >= MinimumSecretLength
                && Secrets[i].Trim(WhiteSpace).Length < MinimumSecretLength)
            {
                failures.Add($"Secrets[{i}] has fewer than {MinimumSecretLength} characters without the white space around it. Was it cut off?");
            }
        }
    }

    /// <summary>The secrets without white space around them.</summary>
    internal IList<string> TrimmedSecrets()
    {
        for (var i = 0; i < Secrets.Count; i++)
        {
            if (Secrets[i].Trim(WhiteSpace).Length != Secrets[i].Length)
            {
                return [.. Secrets.Select(secret => secret.Trim(WhiteSpace))];
            }
        }

        return Secrets;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NowPaymentsWebhookOptions))]
internal sealed partial class NowPaymentsWebhookOptionsJson : JsonSerializerContext;
