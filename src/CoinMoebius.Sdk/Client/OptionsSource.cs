using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Client;

/// <summary>The options as they are now, and the last that were usable for work that goes on in the background.</summary>
internal sealed class OptionsSource(Func<CoinMoebiusOptions> read)
{
    private volatile CoinMoebiusOptions? _lastValid;

    /// <exception cref="OptionsValidationException">They were changed into unusable ones.</exception>
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
