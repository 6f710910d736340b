using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>Names the rule that a handler breaks when it uses its own transaction; the messages of Entity Framework do not.</summary>
internal static class HandlerTransaction
{
    private const string Rule =
        "The inbox runs handlers in its transaction, which saves their changes and marks the event as handled. A handler must not begin, commit or roll back a transaction on the context of its scope. Use another context for work that needs its own transaction.";

    /// <summary>Verifies that the context still has the transaction in which the handlers started.</summary>
    /// <exception cref="InvalidOperationException">A handler has ended it.</exception>
    public static void ThrowIfEnded(DbContext context, IDbContextTransaction transaction)
    {
        if (!ReferenceEquals(context.Database.CurrentTransaction, transaction))
        {
            throw new InvalidOperationException($"A handler ended the transaction of the inbox. Anything it committed remains committed. {Rule}");
        }
    }

    // No inner exception: the inbox stores the innermost message with the event, and log event 1101 has the original.
    /// <summary>The exception itself, or one that names the rule when Entity Framework has refused a second transaction.</summary>
    public static Exception Explain(Exception exception) =>
        exception is InvalidOperationException { TargetSite.DeclaringType: { } type } && IsConnection(type.DeclaringType ?? type)
            ? new InvalidOperationException($"A handler began a transaction. {Rule}")
            : exception;

    private static bool IsConnection(Type type) => typeof(IRelationalConnection).IsAssignableFrom(type);
}
