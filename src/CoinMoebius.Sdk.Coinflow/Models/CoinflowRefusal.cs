namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Coinflow's reasons for refusing a call, by the status of the response.</summary>
public enum CoinflowRefusal
{
    /// <summary>Another reason.</summary>
    Other = 0,

    /// <summary>402: the wallet (Apple Pay, Google Pay) cannot be used, or there is too little money for a payout.</summary>
    PaymentMethodUnavailable,

    /// <summary>403: the account lacks the feature (cards on file, merchant-initiated payments, checks of cards), or may not do this.</summary>
    NotAllowed,

    /// <summary>409: it already exists, or the idempotency key was used before.</summary>
    Conflict,

    /// <summary>410: the permission for the saved card has ended, or its payment is unknown. Request the security code from the payer.</summary>
    CardMustBeRevalidated,

    /// <summary>412 with a number: Coinflow does not know the customer yet. Normal before the first payment.</summary>
    CustomerUnknown,

    /// <summary>412 with 3-D Secure: the payer's bank requires a challenge. Calls that pay return it as a result instead.</summary>
    ChallengeRequired,

    /// <summary>412 otherwise: the account needs more details.</summary>
    DetailsRequired,

    /// <summary>417: the transaction has expired. Create and sign a new one.</summary>
    TransactionExpired,

    /// <summary>423: the customer is blocked. Do not try again.</summary>
    CustomerBlocked,

    /// <summary>426: the bank's BIC is required in addition to the IBAN.</summary>
    BicRequired,

    /// <summary>428: the payer must verify the bank account again.</summary>
    BankAccountMustBeVerified,

    /// <summary>451: the payer must verify their identity. Calls that pay return it as a result instead.</summary>
    VerificationRequired,

    /// <summary>503: the transaction was not confirmed. Look the payment up before trying again.</summary>
    Unconfirmed,
}
