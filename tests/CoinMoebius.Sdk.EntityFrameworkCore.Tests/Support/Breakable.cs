using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>What a connection meets.</summary>
internal enum DatabaseFault
{
    None,
    Refuses,
    Hangs,

    /// <summary>Hangs until that is canceled, and fails in another way then. The next connection is a good one.</summary>
    Breaks,
}

/// <summary>Lets a test take the database away: connections fail as they do when nobody listens, or wait as they do when nobody answers.</summary>
internal sealed class Breakable : DbConnectionInterceptor
{
    private readonly Channel<bool> _asked = Channel.CreateUnbounded<bool>();
    private volatile DatabaseFault _fault;
    private int _attempts;

    public static void Add(IServiceCollection services)
    {
        var breakable = new Breakable();
        services.AddSingleton(breakable);
        services.ConfigureDbContext<MerchantContext>(options => options.AddInterceptors(breakable));
    }

    public static void Set(IServiceProvider services, DatabaseFault fault) => services.GetRequiredService<Breakable>()._fault = fault;

    /// <summary>How often a connection was asked for while there was none.</summary>
    public static int Attempts(IServiceProvider services) => Volatile.Read(ref services.GetRequiredService<Breakable>()._attempts);

    /// <summary>Waits until a connection is asked for while there is none; each is waited for once.</summary>
    public static Task AskedAsync(IServiceProvider services) =>
        services.GetRequiredService<Breakable>()._asked.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        var fault = _fault;
        if (fault == DatabaseFault.None)
        {
            return result;
        }

        Interlocked.Increment(ref _attempts);
        _asked.Writer.TryWrite(true);
        switch (fault)
        {
            case DatabaseFault.Hangs:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case DatabaseFault.Breaks:
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _fault = DatabaseFault.None;
                break;
        }

        throw new NoDatabaseException();
    }

    private sealed class NoDatabaseException() : DbException("Connection refused")
    {
        public override bool IsTransient => true;
    }
}
