using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>Tells a test whenever the inbox has logged something, and what; a test that fails shows it.</summary>
internal sealed class NewsLog(SemaphoreSlim news) : ILoggerProvider, ILogger
{
    private readonly TextWriter _output = TestContext.Out;

    public ConcurrentQueue<(int Id, string Text)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
        {
            _output.WriteLine($"{eventId.Id} {formatter(state, exception)} {exception}");
        }

        if (eventId.Id is >= 1300 and < 1400)
        {
            Lines.Enqueue((eventId.Id, formatter(state, exception)));
            news.Release();
        }
    }
}
