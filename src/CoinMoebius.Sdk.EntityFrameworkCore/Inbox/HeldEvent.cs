namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>What an attempt knows once it holds its event.</summary>
/// <param name="IsHeld">False when the lease is lost.</param>
/// <param name="IsFirstOfStatus">True for the event that announces the status of its payment.</param>
/// <param name="PaymentKey">The payment's key in the ledger; null for other events.</param>
internal readonly record struct HeldEvent(bool IsHeld, bool IsFirstOfStatus, string? PaymentKey);
