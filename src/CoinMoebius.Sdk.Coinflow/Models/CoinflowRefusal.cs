namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Why Coinflow refused a call, by the status it answered with.</summary>
public enum CoinflowRefusal
{
    /// <summary>A reason without a meaning of its own here.</summary>
    Other = 0,

    /// <summary>402: the wallet (Apple Pay, Google Pay) cannot be used, or there is too little money for a payout.</summary>
    PaymentMethodUnavailable,

    /// <summary>403: the account lacks the feature (cards on file, merchant-initiated payments, checks of cards), or may not do this.</summary>
    NotAllowed,

    /// <summary>409: it exists already, or the idempotency key was used before.</summary>
    Conflict,

    /// <summary>410: the permission for the saved card has ended, or its payment is not known. Ask the payer for the security code.</summary>
    CardMustBeRevalidated,

    /// <summary>412 with a number: Coinflow does not know the customer yet. Normal before the first payment.</summary>
    CustomerUnknown,

    /// <summary>412 with 3-D Secure: the payer's bank asks for a challenge. Calls that pay tell it as a result instead.</summary>
    ChallengeRequired,

    /// <summary>412 otherwise: more details of the account are needed.</summary>
    DetailsRequired,

    /// <summary>417: the transaction has expired. Make and sign it anew.</summary>
    TransactionExpired,

    /// <summary>423: the customer is blocked. Do not try again.</summary>
    CustomerBlocked,

    /// <summary>426: the bank's BIC is needed beside the IBAN.</summary>
    BicRequired,

    /// <summary>428: the payer must verify the bank account again.</summary>
    BankAccountMustBeVerified,

    /// <summary>451: the payer must prove who they are. Calls that pay tell it as a result instead.</summary>
    VerificationRequired,

    /// <summary>503: the transaction was not confirmed. Look the payment up before trying again.</summary>
    Unconfirmed,
}
