using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>Keeps everything that is logged, scopes included.</summary>
internal sealed class CapturingLoggerProvider : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue(state.ToString() ?? "");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Lines.Enqueue($"{formatter(state, exception)} {exception}");
        foreach (var pair in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            Lines.Enqueue($"{pair.Key}={pair.Value}");
        }
    }

    public void Dispose()
    {
    }
}
