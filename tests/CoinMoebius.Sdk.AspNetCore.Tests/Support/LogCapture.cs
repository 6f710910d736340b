using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.AspNetCore.Tests.Support;

/// <summary>Keeps everything that is logged, exceptions and structured values included.</summary>
public sealed class LogCapture : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyCollection<Entry> Entries => _entries;

    public string AllText => string.Join('\n', _entries.Select(entry => entry.Text));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(';', pairs) : "";
        _entries.Enqueue(new(logLevel, eventId.Id, $"{formatter(state, exception)} {values} {exception}"));
    }

    public void Dispose()
    {
    }

    public sealed record Entry(LogLevel Level, int Id, string Text);
}
