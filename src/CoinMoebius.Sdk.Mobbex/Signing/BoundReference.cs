using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Signing;

/// <summary>Which of a notification's references the token in its address must belong to.</summary>
internal static class BoundReference
{
    private const string SubscriptionTypes = "subscription:";

    /// <summary>The reference of a payment: its own, else that of its checkout.</summary>
    public static JsonElement OfPayment(JsonElement data)
    {
        var own = data.At("payment", "reference");
        return IsReference(own) ? own : data.At("checkout", "reference");
    }

    /// <summary>Whether the reference that the token belongs to is the one that counts in this notification.</summary>
    /// <param name="root">The notification.</param>
    /// <param name="proven">The reference as UTF-8; empty when the body has none.</param>
    public static WebhookVerdict Check(JsonElement root, ReadOnlySpan<byte> proven)
    {
        try
        {
            return IsProven(root, proven) ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch;
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json finds broken text only when it is read.
            return WebhookVerdict.MalformedBody;
        }
    }

    private static bool IsProven(JsonElement root, ReadOnlySpan<byte> proven)
    {
        var data = root.At("data");
        var type = root.At("type").Text() ?? "";
        if (type == MobbexEventTypes.CheckoutExpired)
        {
            return Is(data.At("checkout", "reference"), proven);
        }

        // The address of a subscription is made before there are subscribers and charges, so any of its names counts.
        return type.StartsWith(SubscriptionTypes, StringComparison.Ordinal)
            ? AnyIs(data, proven)
            : IsOfPayment(data, proven);
    }

    /// <summary>Whether a payment is of the reference.</summary>
    public static bool IsOfPayment(JsonElement data, ReadOnlySpan<byte> proven) => Is(OfPayment(data), proven);

    /// <summary>Whether any name of a subscription, its subscriber or its charge is the reference.</summary>
    public static bool AnyIs(JsonElement data, ReadOnlySpan<byte> proven)
    {
        JsonElement[] names =
        [
            data.At("subscription", "reference"), data.At("subscription", "uid"), data.At("subscriber", "reference"),
            data.At("payment", "reference"), data.At("checkout", "reference"),
        ];
        var some = false;
        foreach (var name in names)
        {
            if (IsReference(name))
            {
                if (Is(name, proven))
                {
                    return true;
                }

                some = true;
            }
        }

        return !some && proven.IsEmpty;
    }

    /// <summary>Whether a member is the reference; one that is not there is the empty one.</summary>
    public static bool Is(JsonElement reference, ReadOnlySpan<byte> proven) => reference.ValueKind switch
    {
        JsonValueKind.String => reference.ValueEquals(proven),
        JsonValueKind.Number => System.Text.Encoding.UTF8.GetBytes(reference.GetRawText()).AsSpan().SequenceEqual(proven),
        _ => proven.IsEmpty,
    };

    private static bool IsReference(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number || (element.ValueKind == JsonValueKind.String && !element.ValueEquals(""u8));
}
