namespace CoinMoebius.Cli.Webhooks;

/// <summary>Reads files named on the command line.</summary>
internal static class InputFile
{
    /// <exception cref="CommandException">The file cannot be opened; the message states the reason.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            // Another program may still be writing to it.
            return new(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.SequentialScan,
            });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"there is no file {path}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(
                Directory.Exists(path) ? $"{path} is a directory; a file is needed." : $"cannot open {path}: {e.Message}");
        }
    }

    /// <summary>All bytes of a stream, up to a limit.</summary>
    /// <exception cref="CommandException">The stream is longer, or cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, string name, int maxLength, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await stream.ReadAsync(block, cancellationToken)) > 0)
            {
                bytes.Write(block, 0, count);
                if (bytes.Length > maxLength)
                {
                    throw new CommandException($"{name} is longer than {maxLength} bytes.");
                }
            }
        }
        catch (IOException e)
        {
            throw new CommandException($"cannot read {name}: {e.Message}");
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
