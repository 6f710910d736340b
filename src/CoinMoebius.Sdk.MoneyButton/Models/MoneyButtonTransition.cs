namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>The meaning of a status that arrives after another status of the same payment: see <see cref="MoneyButtonStatus.Then"/>.</summary>
public enum MoneyButtonTransition
{
    /// <summary>One of the two statuses is unknown: keep the current status, and investigate.</summary>
    Unknown = 0,

    /// <summary>The payment advanced: use the new status. A change from received or completed to double spent reverses the payment.</summary>
    Advances,

    /// <summary>The same status again: do nothing, unless the transaction id differs.</summary>
    Repeats,

    /// <summary>The payment had already advanced further: keep the current status.</summary>
    Late,

    /// <summary>
    /// The two statuses contradict each other, such as failed after completed: keep the current status, and let a person investigate.
    /// </summary>
    Contradicts,
}
