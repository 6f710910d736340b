namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>What a status means that arrives after another one of the same payment: see <see cref="MoneyButtonStatus.Then"/>.</summary>
public enum MoneyButtonTransition
{
    /// <summary>One of the two is no status known here: keep what you have, and look at it.</summary>
    Unknown = 0,

    /// <summary>The payment moved on: take the new status. From received or completed to double spent it is undone.</summary>
    Advances,

    /// <summary>The same status again: nothing to do, unless its transaction id is another one.</summary>
    Repeats,

    /// <summary>The payment was further on already: keep what you have.</summary>
    Late,

    /// <summary>
    /// Both cannot be true, such as failed after completed: keep what you have and have somebody look at it.
    /// </summary>
    Contradicts,
}
