using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>Tells a handler that uses a transaction of its own which rule it breaks: what Entity Framework says names none.</summary>
internal static class HandlerTransaction
{
    private const string Rule =
        "The inbox runs handlers in its transaction, which saves their changes together with \"handled\". A handler must not begin, commit or roll back one on the context of its scope; what needs a transaction of its own takes another context.";

    /// <summary>Looks whether the transaction is still the one that the handlers were given.</summary>
    /// <exception cref="InvalidOperationException">A handler has ended it.</exception>
    public static void ThrowIfEnded(DbContext context, IDbContextTransaction transaction)
    {
        if (!ReferenceEquals(context.Database.CurrentTransaction, transaction))
        {
            throw new InvalidOperationException($"A handler ended the transaction of the inbox; what it committed stays. {Rule}");
        }
    }

    // Without the inner one, which 1101 has: the innermost message is what is stored with the event.
    /// <summary>The exception itself, or one that names the rule when Entity Framework has refused a second transaction.</summary>
    public static Exception Explain(Exception exception) =>
        exception is InvalidOperationException { TargetSite.DeclaringType: { } type } && IsConnection(type.DeclaringType ?? type)
            ? new InvalidOperationException($"A handler began a transaction. {Rule}")
            : exception;

    private static bool IsConnection(Type type) => typeof(IRelationalConnection).IsAssignableFrom(type);
}
