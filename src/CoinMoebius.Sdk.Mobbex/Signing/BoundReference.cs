using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Signing;

/// <summary>Finds the reference of a notification to which the token in its address must belong.</summary>
internal static class BoundReference
{
    private const string SubscriptionTypes = "subscription:";

    /// <summary>Returns the reference of a payment: its own, or else that of its checkout.</summary>
    public static JsonElement OfPayment(JsonElement data)
    {
        var own = data.At("payment", "reference");
        return IsReference(own) ? own : data.At("checkout", "reference");
    }

    /// <summary>Checks that the token's reference is the decisive one of this notification.</summary>
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
            // System.Text.Json finds invalid text only when it reads it.
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

        // The address of a subscription is created before its subscribers and charges, so any of these references counts.
        return type.StartsWith(SubscriptionTypes, StringComparison.Ordinal)
            ? AnyIs(data, proven)
            : IsOfPayment(data, proven);
    }

    /// <summary>Returns true when a payment has the reference.</summary>
    public static bool IsOfPayment(JsonElement data, ReadOnlySpan<byte> proven) => Is(OfPayment(data), proven);

    /// <summary>Returns true when a subscription, its subscriber or its charge has the reference.</summary>
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

    /// <summary>Returns true when a member equals the reference; an absent member equals the empty reference.</summary>
    public static bool Is(JsonElement reference, ReadOnlySpan<byte> proven) => reference.ValueKind switch
    {
        JsonValueKind.String => reference.ValueEquals(proven),
        JsonValueKind.Number => System.Text.Encoding.UTF8.GetBytes(reference.GetRawText()).AsSpan().SequenceEqual(proven),
        _ => proven.IsEmpty,
    };

    private static bool IsReference(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number || (element.ValueKind == JsonValueKind.String && !element.ValueEquals(""u8));
}
