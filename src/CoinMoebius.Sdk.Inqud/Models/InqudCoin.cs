using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A coin on one blockchain, as Inqud names it: <c>BLOCKCHAIN_SYMBOL</c>, for example <c>TRON_USDT</c>. The coins of a widget
/// are in <see cref="InqudDepositOptions.CryptoCurrencies"/>. Source: docs.inqud.com/crypto-widget/integration, the samples.
/// </summary>
/// <remarks>An open value: text is kept unchanged and compared ordinally. <c>default</c> is the empty text.</remarks>
[JsonConverter(typeof(InqudCoinJsonConverter))]
public readonly record struct InqudCoin
{
    private readonly string? _value;

    /// <summary>Wraps a name such as <c>TRON_USDT</c>.</summary>
    /// <param name="value">The name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public InqudCoin(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Joins a blockchain and a symbol.</summary>
    /// <param name="blockchain">The blockchain, for example <c>TRON</c>; in any case.</param>
    /// <param name="symbol">The coin's symbol, for example <c>USDT</c>; in any case.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public InqudCoin(string blockchain, string symbol)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(blockchain);
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        _value = $"{blockchain.ToUpperInvariant()}_{symbol.ToUpperInvariant()}";
    }

    /// <summary>Tether on Ethereum.</summary>
    public static InqudCoin EthereumUsdt { get; } = new("ETHEREUM_USDT");

    /// <summary>Tether on Tron.</summary>
    public static InqudCoin TronUsdt { get; } = new("TRON_USDT");

    /// <summary>Tether on Solana.</summary>
    public static InqudCoin SolanaUsdt { get; } = new("SOLANA_USDT");

    /// <summary>USD Coin on Solana.</summary>
    public static InqudCoin SolanaUsdc { get; } = new("SOLANA_USDC");

    /// <summary>Bitcoin.</summary>
    public static InqudCoin BitcoinBtc { get; } = new("BITCOIN_BTC");

    /// <summary>The name in Inqud's JSON; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>The part before the last underscore; the whole name when there is none.</summary>
    public string Blockchain => Value.LastIndexOf('_') is >= 0 and var at ? Value.Substring(0, at) : Value;

    /// <summary>The part after the last underscore; empty when there is none.</summary>
    public string Symbol => Value.LastIndexOf('_') is >= 0 and var at ? Value.Substring(at + 1) : "";

    /// <summary>True when both parts are non-empty.</summary>
    internal bool IsWhole => Blockchain.Length > 0 && Symbol.Length > 0;

    /// <summary>True when both have the same text, compared ordinally.</summary>
    public bool Equals(InqudCoin other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The name.</summary>
    public override string ToString() => Value;
}
