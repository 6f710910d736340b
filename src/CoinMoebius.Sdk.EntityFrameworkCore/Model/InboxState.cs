namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>Where a stored event stands. The numbers are in merchants' databases.</summary>
internal enum InboxState
{
    /// <summary>To be handled, now or later, or being handled under a lease.</summary>
    Pending = 0,

    /// <summary>Handled; kept to recognise a repeated delivery.</summary>
    Processed = 1,

    /// <summary>Given up after too many attempts, until somebody queues it again.</summary>
    Parked = 2,
}
