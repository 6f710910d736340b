using CoinMoebius.Sdk.MoneyButton.Confirmation;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// A Bitcoin SV transaction, read from its bytes without a network. It can prove that a <c>rawtx</c> is the transaction of a
/// <c>txid</c>; only a node or an explorer knows whether the transaction is in a block.
/// </summary>
/// <remarks>Format: developer.bitcoin.org/reference/transactions.html, "raw transaction format".</remarks>
public sealed class MoneyButtonTransaction
{
    private MoneyButtonTransaction(string txId, IReadOnlyList<MoneyButtonTransactionOutput> outputs)
    {
        TxId = txId;
        Outputs = outputs;
    }

    /// <summary>The transaction's id: SHA-256 twice over its bytes, reversed, in lower-case hexadecimal.</summary>
    public string TxId { get; }

    /// <summary>The outputs in their order on the chain, which is not the order of <see cref="MoneyButtonPayment.GetOutputs"/>.</summary>
    public IReadOnlyList<MoneyButtonTransactionOutput> Outputs { get; }

    /// <summary>Reads a transaction; returns false when the text is not hexadecimal, or the bytes are not exactly one transaction.</summary>
    /// <param name="rawTx">The transaction in hexadecimal, as in <see cref="MoneyButtonPayment.RawTx"/>.</param>
    /// <param name="transaction">The transaction, or null.</param>
    public static bool TryParse(string? rawTx, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MoneyButtonTransaction? transaction)
    {
        transaction = RawTransaction.TryRead(rawTx, out var txId, out var outputs) ? new(txId, outputs) : null;
        return transaction is not null;
    }

    /// <summary>Compares a payment's <c>txid</c> with its <c>rawtx</c>.</summary>
    /// <param name="payment">The payment.</param>
    /// <exception cref="ArgumentNullException"><paramref name="payment"/> is null.</exception>
    public static MoneyButtonTxIdFinding CheckTxId(MoneyButtonPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (string.IsNullOrEmpty(payment.RawTx) || string.IsNullOrEmpty(payment.TxId))
        {
            return MoneyButtonTxIdFinding.NotChecked;
        }

        return !TryParse(payment.RawTx, out var transaction) ? MoneyButtonTxIdFinding.Malformed
            : string.Equals(transaction.TxId, payment.TxId, StringComparison.OrdinalIgnoreCase) ? MoneyButtonTxIdFinding.Matches
            : MoneyButtonTxIdFinding.Differs;
    }

    /// <summary>
    /// Returns the amount that the transaction pays to an address, in satoshis. Outputs to a paymail or a user id went to addresses that
    /// Money Button chose; only the wallet's history contains them.
    /// </summary>
    /// <param name="address">An address of the main network that begins with <c>1</c>.</param>
    /// <exception cref="ArgumentException">The text is not such an address: it is mistyped, or an address of another kind.</exception>
    public long SatoshisTo(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return PublicKeyHashAddress.TryGetScript(address, out var script)
            ? Outputs.Where(output => output.Script == script).Sum(output => output.Satoshis)
            : throw new ArgumentException("The text is not an address of the main network that begins with 1.", nameof(address));
    }

    /// <summary>Returns the type's name.</summary>
    public override string ToString() => nameof(MoneyButtonTransaction);
}

/// <summary>An output of a transaction.</summary>
/// <param name="Satoshis">The amount in satoshis.</param>
/// <param name="Script">The locking script in lower-case hexadecimal.</param>
public readonly record struct MoneyButtonTransactionOutput(long Satoshis, string Script);
