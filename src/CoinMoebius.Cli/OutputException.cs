namespace CoinMoebius.Cli;

/// <summary>Standard output cannot be written.</summary>
/// <param name="cause">The exception of the write.</param>
internal sealed class OutputException(IOException cause) : Exception(cause.Message, cause)
{
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    /// <summary>True when the reader closed the pipe, as <c>head</c> does; that is not an error.</summary>
    public bool IsClosedPipe => InnerException!.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsNoData;
}
