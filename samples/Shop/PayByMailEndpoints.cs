using System.Globalization;
using System.Net;
using CoinMoebius.Sdk.Providers.Manual;

namespace Shop;

/// <summary>What a merchant does with letters, from the orders page.</summary>
public static class PayByMailEndpoints
{
    // A real shop knows who is signed in: http.User.Identity.Name.
    private const string Clerk = "clerk";

    public static void MapPayByMail(this IEndpointRouteBuilder endpoints)
    {
        // Whoever can call this can turn an order paid. Here that is anybody at this machine. A real shop has no such filter, but
        // .RequireAuthorization("Clerks"), antiforgery tokens, and a record of who did what.
        var letters = endpoints.MapGroup("/api/letters").AddEndpointFilter(OnlyAtThisMachineAsync).DisableAntiforgery();
        letters.MapGet("/by-code", async (string code, PayByMail mail, CancellationToken cancellationToken) =>
            PayByMail.Codes.TryParse(code, out var read) && await mail.FindOrderIdAsync(read, cancellationToken) is { } orderId
                ? Results.Ok(new { orderId })
                : Results.NotFound(new Refusal($"No order has the code “{code.Trim()}”.")));
        letters.MapPost("/{orderId}/received", ReceiveAsync);
        letters.MapPost("/{orderId}/cancel", (string orderId, PayByMail mail, CancellationToken cancellationToken) =>
            TakeAsync(orderId, mail, (payment, at) => payment.Cancel(Clerk, at), cancellationToken));
        letters.MapPost("/{orderId}/revoke", (string orderId, PayByMail mail, CancellationToken cancellationToken) =>
            TakeAsync(orderId, mail, (payment, at) => payment.Revoke(Clerk, at), cancellationToken));
        letters.MapPost("/{orderId}/reopen", (string orderId, PayByMail mail, CancellationToken cancellationToken) =>
            TakeAsync(orderId, mail, (payment, at) => payment.Reopen(Clerk, at), cancellationToken));
    }

    private static Task<IResult> ReceiveAsync(string orderId, Counted counted, PayByMail mail, CancellationToken cancellationToken)
    {
        if (!decimal.TryParse(counted.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount <= 0)
        {
            return Task.FromResult(Results.BadRequest(new Refusal("Write the amount as digits, with a point before the decimals.")));
        }

        return TakeAsync(
            orderId, mail, (payment, at) => payment.MarkReceived(amount, payment.Currency, Clerk, at, counted.AcceptDifference), cancellationToken);
    }

    private static async Task<IResult> TakeAsync(
        string orderId, PayByMail mail, Func<ManualPayment, DateTimeOffset, ManualPayment> step, CancellationToken cancellationToken)
    {
        try
        {
            await mail.ChangeAsync(orderId, step, cancellationToken);
            return Results.NoContent();
        }
        catch (KeyNotFoundException)
        {
            return Results.NotFound(new Refusal("This order is not paid by mail."));
        }
        catch (ManualPaymentAmountException exception)
        {
            // Told, never taken: the page asks the person once more.
            return Results.Conflict(new Refusal("The amount is not the expected one.") { Difference = exception.Comparison.Difference });
        }
        catch (ManualPaymentTransitionException exception)
        {
            return Results.Conflict(new Refusal(exception.Message));
        }
    }

    // The name of the host and where the form comes from are checked too: a page of somebody else's in this machine's browser gets nothing.
    private static ValueTask<object?> OnlyAtThisMachineAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        var isHere = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && (http.Request.Host.Host == "localhost" || (IPAddress.TryParse(http.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));
        return isHere && site is ("" or "same-origin" or "none")
            ? next(context)
            : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
    }

    /// <summary>What came in the letter, as a person counted it.</summary>
    private sealed record Counted(string Amount, bool AcceptDifference = false);

    /// <summary>Why not.</summary>
    private sealed record Refusal(string Message)
    {
        /// <summary>Received less expected, when that is why.</summary>
        public decimal? Difference { get; init; }
    }
}
