using System.Diagnostics;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// Coinflow rejected the request (422): see <see cref="Fields"/>. If there are none, a payment by a saved card or a subscription may lack the
/// payer's address.
/// </summary>
/// <remarks>
/// The message may be logged; the fields may repeat sent data. Source:
/// https://docs.coinflow.cash/guides/checkout/implementation-overview/errors/common-checkout-pay-in-errors.
/// </remarks>
public sealed class CoinflowValidationException : CoinMoebiusValidationException
{
    /// <summary>Creates the exception.</summary>
    public CoinflowValidationException()
    {
    }

    /// <summary>Creates the exception with a message that contains no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinflowValidationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that contains no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinflowValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoinflowValidationException(string message, ApiError error)
        : base(message, error)
    {
    }

    /// <summary>The problems by the path of the field in the body; empty when the API reports none.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Coinflow's id of the failure, for its support; or null.</summary>
    public string? DebugId { get; init; }
}
