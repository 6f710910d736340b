namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>A saved response of Money Button's API is not the expected document. The message does not quote the document.</summary>
public sealed class MoneyButtonDocumentException : CoinMoebiusException
{
    internal MoneyButtonDocumentException(string message, IReadOnlyList<MoneyButtonError>? errors = null)
        : base(message) => Errors = errors ?? [];

    /// <summary>The errors in the document; empty when it lists none, or is not a document of the API.</summary>
    public IReadOnlyList<MoneyButtonError> Errors { get; }
}
