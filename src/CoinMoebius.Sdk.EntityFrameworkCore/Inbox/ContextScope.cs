using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Uses an application's services in a scope of its own.</summary>
internal static class ContextScope
{
    /// <summary>Uses its context.</summary>
    public static Task<T> UseAsync<TContext, T>(this IServiceScopeFactory scopes, Func<TContext, Task<T>> use)
        where TContext : DbContext => scopes.UseAsync(services => use(services.GetRequiredService<TContext>()));

    /// <summary>Uses any of them.</summary>
    public static async Task<T> UseAsync<T>(this IServiceScopeFactory scopes, Func<IServiceProvider, Task<T>> use)
    {
        var scope = scopes.CreateAsyncScope();
        await using var ending = scope.ConfigureAwait(false);
        return await use(scope.ServiceProvider).ConfigureAwait(false);
    }
}
