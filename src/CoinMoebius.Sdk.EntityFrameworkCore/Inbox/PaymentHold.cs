namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>What holding the event of a payment needs beside the announcement.</summary>
[Flags]
internal enum PaymentHold
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It claims to be of a checkout, and has the money to be it.</summary>
    MayJoin = 1,

    /// <summary>It answers a question of the reconciler's, whose payment may just come.</summary>
    IsAnswer = 2,

    /// <summary>It names its checkout, about which another event may just be handled.</summary>
    HasCheckout = 4,
}
