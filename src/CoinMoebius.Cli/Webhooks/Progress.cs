using System.Globalization;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>One line on standard error that shows the progress of a run over a file.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly TextWriter _error;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private long _shown;
    private long _lines;
    private int _width;

    private Progress(CommandIo io)
    {
        _error = io.Error;
        _clock = io.Clock;
        _started = _shown = _clock.GetTimestamp();
    }

    /// <summary>Starts a display if standard error is a terminal and the results go elsewhere.</summary>
    public static Progress? TryStart(CommandIo io) => io.ErrorIsTerminal && !io.OutIsTerminal ? new(io) : null;

    public void Report(long lines)
    {
        _lines = lines;
        if (_clock.GetElapsedTime(_shown) >= Interval)
        {
            _shown = _clock.GetTimestamp();
            Show();
        }
    }

    public void Dispose()
    {
        Show();
        _error.WriteLine();
    }

    private void Show()
    {
        var rate = _lines / Math.Max(_clock.GetElapsedTime(_started).TotalSeconds, 0.001);
        var text = string.Create(CultureInfo.InvariantCulture, $"{_lines:N0} lines done, {rate:N0} per second");
        _error.Write("\r" + text.PadRight(_width));
        _error.Flush();
        _width = text.Length;
    }
}
