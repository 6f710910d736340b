using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Takes the steps of the pages' buttons.</summary>
internal static class PageSteps
{
    /// <summary>Takes the step that a form requests.</summary>
    /// <returns>The transaction after the step; null when a page about the problem was written.</returns>
    public static async Task<SimulatorTransaction?> TakeAsync(
        HttpContext context, SimulatorStage stage, string id, string step, IReadOnlyCollection<string> allowed, string stylesheet)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : null;
        try
        {
            if (allowed.Contains(step) && Find(step, form?["amount"]) is { } take)
            {
                return stage.Begin(id, take).Transaction;
            }

            await PageResponse.WriteProblemAsync(context, StatusCodes.Status404NotFound, "There is no such step.", stylesheet).ConfigureAwait(false);
        }
        catch (KeyNotFoundException)
        {
            await PageResponse.WriteProblemAsync(context, StatusCodes.Status404NotFound, "There is no such transaction.", stylesheet)
                .ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            await PageResponse.WriteProblemAsync(context, StatusCodes.Status409Conflict, exception.Message, stylesheet).ConfigureAwait(false);
        }

        return null;
    }

    private static Func<SimulatorTransaction, SimulatorTransaction>? Find(string step, string? amount) => step switch
    {
        "pay" => Transitions.Pay,
        "later" => Transitions.PayLater,
        "part" => now => Transitions.PayPart(now, Parse(amount)),
        "decline" or "cancel" => Transitions.Decline,
        "refund" => now => Transitions.Refund(now, string.IsNullOrWhiteSpace(amount) ? null : Parse(amount)),
        "attempt" => Transitions.FailAttempt,
        "fail-refund" => Transitions.FailRefund,
        "dispute" => Transitions.Dispute,
        "win" => Transitions.WinDispute,
        "lose" => Transitions.LoseDispute,
        "revoke" => Transitions.Revoke,
        _ => null,
    };

    private static decimal Parse(string? amount) => Money.TryParse(amount?.Trim(), out var value)
        ? value
        : throw new InvalidOperationException("Enter the amount as digits, with a point before the decimals.");
}
