using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>Lets a test take the database away: connections fail as they do when nobody listens.</summary>
internal sealed class Breakable : DbConnectionInterceptor
{
    private volatile bool _isBroken;
    private int _attempts;

    public static void Add(IServiceCollection services)
    {
        var breakable = new Breakable();
        services.AddSingleton(breakable);
        services.ConfigureDbContext<MerchantContext>(options => options.AddInterceptors(breakable));
    }

    public static void Break(IServiceProvider services, bool isBroken) => services.GetRequiredService<Breakable>()._isBroken = isBroken;

    /// <summary>How often a connection was asked for while there was none.</summary>
    public static int Attempts(IServiceProvider services) => Volatile.Read(ref services.GetRequiredService<Breakable>()._attempts);

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (!_isBroken)
        {
            return new(result);
        }

        Interlocked.Increment(ref _attempts);
        throw new NoDatabaseException();
    }

    private sealed class NoDatabaseException() : DbException("Connection refused")
    {
        public override bool IsTransient => true;
    }
}
