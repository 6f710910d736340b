using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Monero.Json;

/// <summary>The parts of an authentic body that are checked before the mapping.</summary>
/// <param name="RawBody">The bytes received.</param>
/// <param name="SentAt">The signed time of sending.</param>
/// <param name="Expected">The amount of the invoice, or null when the body has none.</param>
/// <param name="Received">The received amount, or null when the body has none.</param>
internal readonly record struct MoneroDelivery(
    ReadOnlyMemory<byte> RawBody, DateTimeOffset SentAt, MoneroAmount? Expected, MoneroAmount? Received)
{
    /// <summary>Checks the time, then reads the amounts.</summary>
    /// <returns><see cref="WebhookVerdict.Verified"/> when the body may be mapped.</returns>
    public static WebhookVerdict Read(
        JsonElement root, ReadOnlyMemory<byte> rawBody, TimeProvider timeProvider, TimeSpan tolerance, out MoneroDelivery delivery)
    {
        delivery = default;
        try
        {
            if (root.At("timestamp").UnixMilliseconds() is not { } sentAt || !SignedTime.IsWithin(sentAt, timeProvider, tolerance))
            {
                return WebhookVerdict.TimestampOutOfTolerance;
            }

            if (!TryRead(root.At("expectedAmountAtomic"), out var expected) || !TryRead(root.At("receivedAmountAtomic"), out var received))
            {
                return WebhookVerdict.MalformedBody;
            }

            delivery = new(rawBody, sentAt, expected, received);
            return WebhookVerdict.Verified;
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json detects broken UTF-8 and lone surrogates only when it reads a text.
            return WebhookVerdict.MalformedBody;
        }
    }

    private static bool TryRead(JsonElement element, out MoneroAmount? amount)
    {
        amount = null;
        if (!element.Exists())
        {
            return true;
        }

        // A number would lose its last digits in JavaScript, so the indexer writes a text.
        if (!MoneroAmount.TryParse(element.Text(), out var read))
        {
            return false;
        }

        amount = read;
        return true;
    }
}
