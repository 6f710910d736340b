namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>What an attempt knows once it holds its event.</summary>
/// <param name="IsHeld">False when the lease is lost.</param>
/// <param name="IsFirstOfStatus">True for the event that announces the status of its payment.</param>
/// <param name="PaymentId">The payment's id in the ledger; null for other events.</param>
/// <param name="OrderReference">The order that the application wrote for it, or null.</param>
/// <param name="ClaimsAnother">True when it claims a checkout that asked for another amount, and so stays by itself.</param>
internal readonly record struct HeldEvent(
    bool IsHeld, bool IsFirstOfStatus, string? PaymentId = null, string? OrderReference = null, bool ClaimsAnother = false);
