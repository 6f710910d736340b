using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Uses an application's context in a scope of its own.</summary>
internal static class ContextScope
{
    public static async Task<T> UseAsync<TContext, T>(this IServiceScopeFactory scopes, Func<TContext, Task<T>> use)
        where TContext : DbContext
    {
        var scope = scopes.CreateAsyncScope();
        await using var ending = scope.ConfigureAwait(false);
        return await use(scope.ServiceProvider.GetRequiredService<TContext>()).ConfigureAwait(false);
    }
}
