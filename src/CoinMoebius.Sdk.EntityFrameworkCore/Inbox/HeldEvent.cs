using CoinMoebius.Sdk.EntityFrameworkCore.Model;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>What an attempt knows once it holds its event.</summary>
/// <param name="IsHeld">False when the lease is lost.</param>
/// <param name="IsFirstOfStatus">True for the event that announces what it tells.</param>
/// <param name="Row">The payment's row after the event; null for other events.</param>
/// <param name="OrderReference">The order that the application wrote for the payment or its checkout, or null.</param>
/// <param name="IsAnswered">True for an answer about a checkout whose payment has come meanwhile: it is not the payment's, and changes nothing.</param>
/// <param name="ClaimsAnother">True when it claims a checkout that asked for another amount, and so stays by itself.</param>
internal readonly record struct HeldEvent(
    bool IsHeld, bool IsFirstOfStatus, LedgerRow? Row = null, string? OrderReference = null, bool IsAnswered = false, bool ClaimsAnother = false);
