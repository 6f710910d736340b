using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Client;

/// <summary>Provides the current options, and the last valid ones for work in the background.</summary>
internal sealed class OptionsSource(Func<CoinMoebiusOptions> read)
{
    private volatile CoinMoebiusOptions? _lastValid;

    /// <exception cref="OptionsValidationException">The options have become invalid.</exception>
    public CoinMoebiusOptions Current => _lastValid = read();

    public CoinMoebiusOptions LastValid
    {
        get
        {
            try
            {
                return Current;
            }
            catch (Exception) when (_lastValid is not null)
            {
                return _lastValid;
            }
        }
    }
}
