using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Coinflow's API. Thread-safe; one per merchant and process.</summary>
/// <remarks>
/// <para>
/// Calls come in three families. The merchant's own carry its API key; those on behalf of a <see cref="CoinflowPayer"/> carry the key and
/// who the payer is; those in a <see cref="CoinflowSession"/> carry the payer's session key and never the merchant's.
/// </para>
/// <para>
/// Every call may throw <see cref="CoinflowRefusedException"/>, <see cref="CoinflowValidationException"/> or another
/// <see cref="CoinMoebiusApiException"/> when the API refuses, <see cref="CoinMoebiusTransportException"/> when no answer comes,
/// <see cref="OperationCanceledException"/> with the token that was passed, and <see cref="OptionsValidationException"/> when the options
/// were changed into unusable ones. What could pay or refund twice is never tried again: look the payment up first.
/// </para>
/// <para>Source: https://docs.coinflow.cash/openapi.json, except where said.</para>
/// </remarks>
public partial interface ICoinflowClient : IApiClient;
