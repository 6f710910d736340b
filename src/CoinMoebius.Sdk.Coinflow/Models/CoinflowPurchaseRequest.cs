using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The common data of checkouts and payments. Source: https://docs.coinflow.cash/openapi.json.</summary>
public abstract record CoinflowPurchaseRequest : ApiModel
{
    private protected CoinflowPurchaseRequest()
    {
    }

    /// <summary>Your own data, such as an order number. Webhooks and lookups return it.</summary>
    public JsonObject? WebhookInfo { get; init; }

    /// <summary>The buyer.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCustomerInfo>))]
    public CoinflowCustomerInfo? CustomerInfo { get; init; }

    /// <summary>The items of the purchase, for chargeback protection.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<CoinflowCartItem>))]
    public IReadOnlyList<CoinflowCartItem>? ChargebackProtectionData { get; init; }

    /// <summary>The type of settlement, of <see cref="CoinflowSettlementTypes"/>; the merchant's setting unless given.</summary>
    public string? SettlementType { get; init; }

    /// <summary>The currency that the payer sees.</summary>
    public string? Presentment { get; init; }

    /// <summary>The marketplace's share, in percent.</summary>
    public decimal? FeePercentage { get; init; }

    /// <summary>The marketplace's fixed share. The API accepts only cents: omit the currency.</summary>
    public CoinflowMoney? FixedFee { get; init; }

    /// <summary>Your own fees, which the payer sees as line items.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<CoinflowCustomFee>))]
    public IReadOnlyList<CoinflowCustomFee>? CustomPayInFees { get; init; }

    /// <summary>The text on the payer's statement.</summary>
    public string? StatementDescriptor { get; init; }

    /// <summary>True to authorize only, and to capture with <see cref="ICoinflowClient.CapturePaymentAsync"/>.</summary>
    public bool? AuthOnly { get; init; }

    /// <summary>The preferred 3-D Secure flow, of <see cref="CoinflowChallengePreferences"/>.</summary>
    public string? ThreeDsChallengePreference { get; init; }

    /// <summary>The data from the browser or an earlier step of 3-D Secure.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowAuthentication3DS>))]
    public CoinflowAuthentication3DS? Authentication3DS { get; init; }

    /// <summary>Makes the payment an account funding transaction.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowAccountFunding>))]
    public CoinflowAccountFunding? AccountFundingTransaction { get; init; }

    /// <summary>The token of <see cref="ICoinflowClient.CreateDestinationAuthKeyAsync"/>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? DestinationAuthKey { get; init; }

    /// <summary>The location of the payer.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowLocation>))]
    public CoinflowLocation? UserLocation { get; init; }

    /// <summary>A contract call that settles the purchase.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTransactionData>))]
    public CoinflowTransactionData? TransactionData { get; init; }

    /// <summary>The rent of Solana accounts that the transaction opens.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowRent>))]
    public CoinflowRent? Rent { get; init; }

    /// <summary>A Stellar transaction that settles the purchase.</summary>
    public string? StellarTransaction { get; init; }

    /// <summary>Rejects values that the API would refuse or misinterpret.</summary>
    /// <exception cref="ArgumentException">A value is missing or contradicts another one; the message names the remedy.</exception>
    internal virtual void Check()
    {
        CoinflowChecks.CentsOnly(FixedFee, nameof(FixedFee));
        CustomerInfo?.Check();
        Authentication3DS?.Check();
        AccountFundingTransaction?.RecipientAftInfo?.Check();
        foreach (var item in ChargebackProtectionData ?? [])
        {
            item.Check();
        }
    }
}

/// <summary>Types of settlement.</summary>
public static class CoinflowSettlementTypes
{
    /// <summary>Credits.</summary>
    public const string Credits = "Credits";

    /// <summary>USDC.</summary>
    public const string Usdc = "USDC";
}

/// <summary>Preferences for the 3-D Secure flow.</summary>
public static class CoinflowChallengePreferences
{
    /// <summary>None.</summary>
    public const string NoPreference = "NoPreference";

    /// <summary>Without a challenge.</summary>
    public const string Frictionless = "Frictionless";

    /// <summary>With a challenge.</summary>
    public const string Challenge = "Challenge";
}

/// <summary>Blockchains by Coinflow's names.</summary>
public static class CoinflowBlockchains
{
    /// <summary>Solana.</summary>
    public const string Solana = "solana";

    /// <summary>Ethereum.</summary>
    public const string Ethereum = "eth";

    /// <summary>Polygon.</summary>
    public const string Polygon = "polygon";

    /// <summary>Base.</summary>
    public const string Base = "base";

    /// <summary>Arbitrum.</summary>
    public const string Arbitrum = "arbitrum";

    /// <summary>Stellar.</summary>
    public const string Stellar = "stellar";

    /// <summary>Monad.</summary>
    public const string Monad = "monad";

    /// <summary>Tempo.</summary>
    public const string Tempo = "tempo";

    /// <summary>None: a payer with the merchant's own id.</summary>
    public const string User = "user";
}
