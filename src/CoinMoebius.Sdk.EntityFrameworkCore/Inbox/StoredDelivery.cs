using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>What became of a delivery.</summary>
/// <param name="Disposition">Whether it is new.</param>
/// <param name="Id">The number of its event in the inbox; 0 unless it is new.</param>
internal readonly record struct StoredDelivery(WebhookDisposition Disposition, long Id);
