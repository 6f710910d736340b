namespace CoinMoebius.Faults;

/// <summary>Says now and then how far a run is: in one line of a terminal, else a line every few seconds.</summary>
public sealed class ProgressLine(TextWriter output, bool isTerminal, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long _shownAt = clock.GetTimestamp();
    private int _width;

    public void Show(Func<string> text)
    {
        if (isTerminal)
        {
            var line = text();
            output.Write('\r' + line.PadRight(_width));
            _width = line.Length;
        }
        else if (clock.GetElapsedTime(_shownAt) >= Interval)
        {
            _shownAt = clock.GetTimestamp();
            output.WriteLine(text());
        }
    }

    /// <summary>Leaves the line free for what follows.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            output.Write('\r' + new string(' ', _width) + '\r');
            _width = 0;
        }
    }
}
