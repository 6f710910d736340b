using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Monero.Json;

/// <summary>What must be right about an authentic body before it is mapped.</summary>
/// <param name="RawBody">The bytes received.</param>
/// <param name="SentAt">The signed time of sending.</param>
/// <param name="Expected">What the invoice asked for, or null when the body does not say.</param>
/// <param name="Received">What came, or null when the body does not say.</param>
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
            // System.Text.Json finds broken UTF-8 and lone surrogates only when a text is read.
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

        // A number would have lost its last digits wherever JavaScript touched it; the indexer writes a text.
        if (!MoneroAmount.TryParse(element.Text(), out var read))
        {
            return false;
        }

        amount = read;
        return true;
    }
}
