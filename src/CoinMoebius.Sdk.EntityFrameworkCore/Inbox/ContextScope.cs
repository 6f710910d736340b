using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Uses the application's services in a new scope.</summary>
internal static class ContextScope
{
    /// <summary>Uses the context of a new scope.</summary>
    public static Task<T> UseAsync<TContext, T>(this IServiceScopeFactory scopes, Func<TContext, Task<T>> use)
        where TContext : DbContext => scopes.UseAsync(services => use(services.GetRequiredService<TContext>()));

    /// <summary>Uses the services of a new scope.</summary>
    public static async Task<T> UseAsync<T>(this IServiceScopeFactory scopes, Func<IServiceProvider, Task<T>> use)
    {
        var scope = scopes.CreateAsyncScope();
        await using var ending = scope.ConfigureAwait(false);
        return await use(scope.ServiceProvider).ConfigureAwait(false);
    }
}
