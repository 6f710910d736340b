using CoinMoebius.Sdk.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The hosted page where a buyer pays.</summary>
internal sealed class PaymentPages(SimulatorStage stage, SimulatorUrls urls)
{
    private static readonly string[] Steps = ["pay", "later", "part", "decline", "cancel"];

    public Task ShowAsync(HttpContext context) => ShowAsync(context, (string)context.GetRouteValue("id")!);

    public async Task StepAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        var step = (string)context.GetRouteValue("step")!;
        var transaction = await PageSteps.TakeAsync(context, stage, id, step, Steps, CssPath(context)).ConfigureAwait(false);
        if (transaction is not null)
        {
            var page = stage.GetReturnPage(transaction, step == "cancel") ?? urls.PayPath(context, transaction);
            await PageResponse.SeeOther(context, page).ConfigureAwait(false);
        }
    }

    public Task ShowAsync(HttpContext context, string id)
    {
        if (stage.Find(id) is not { } transaction)
        {
            return ProblemAsync(context, StatusCodes.Status404NotFound, "There is no such payment.");
        }

        var provider = stage.FindRail(transaction.Provider)!.Name;
        var isOpen = !transaction.Status.IsFinal;
        var main = Html.Of($"""
            <main class="card">
            <p class="provider">{provider}</p>
            <h1>{transaction.Product.Name}</h1>
            <p class="amount">{Money.Text(transaction.Price, transaction.Currency)}</p>
            {State(transaction)}
            {(isOpen ? Buttons(context, transaction) : Back(transaction))}
            <p class="fine">Transaction <code>{transaction.Id}</code></p>
            </main>
            """);
        return PageResponse.WriteAsync(context, $"Pay with {provider}", CssPath(context), main);
    }

    private Html Buttons(HttpContext context, SimulatorTransaction transaction)
    {
        var action = urls.PayPath(context, transaction) + "/";
        var later = transaction.IsAwaitingSettlement || transaction.Status != PaymentStatus.Pending
            ? Html.Empty
            : Html.Of($"""<button formaction="{action}later">Pay later</button>""");
        return Html.Of($"""
            <form method="post" class="steps">
            <button class="primary" formaction="{action}pay" autofocus>Pay {Money.Text(transaction.Price, transaction.Currency)}</button>
            {later}
            <button formaction="{action}decline">Decline</button>
            <button class="quiet" formaction="{action}cancel">Cancel and go back</button>
            </form>
            {Underpay(action, transaction)}
            """);
    }

    /// <summary>Shown only for providers that have a webhook for an underpayment.</summary>
    private Html Underpay(string action, SimulatorTransaction transaction) =>
        stage.FindRail(transaction.Provider)?.Signer?.Statuses.Contains(PaymentStatus.Partial) is true
            ? Html.Of($"""
                <form method="post" action="{action}part" class="inline">
                <label for="amount">Pay too little</label>
                <input id="amount" name="amount" inputmode="decimal" autocomplete="off" required placeholder="0.00">
                <button>Pay part</button>
                </form>
                """)
            : Html.Empty;

    private static Html State(SimulatorTransaction transaction)
    {
        var text = transaction.Status.Value switch
        {
            PaymentStatus.Values.Pending when transaction.IsAwaitingSettlement => "Waiting for the money.",
            PaymentStatus.Values.Pending or PaymentStatus.Values.PendingManual => null,
            PaymentStatus.Values.Partial => $"{Money.Text(transaction.Received, transaction.Currency)} received so far.",
            PaymentStatus.Values.Succeeded => "Paid. Thank you.",
            PaymentStatus.Values.Failed => "Declined or canceled.",
            PaymentStatus.Values.Refunded or PaymentStatus.Values.PartiallyRefunded => $"{Money.Text(transaction.Refunded, transaction.Currency)} refunded.",
            var other => $"This payment is {other.Replace('_', ' ')}.",
        };
        return text is null ? Html.Empty : Html.Of($"""<p class="state" data-status="{transaction.Status.Value}" role="status">{text}</p>""");
    }

    private Html Back(SimulatorTransaction transaction) => stage.GetReturnPage(transaction, isCanceled: false) is { } page
        ? Html.Of($"""<p><a class="button primary" href="{page}">Back to the shop</a></p>""")
        : Html.Of($"<p>You may close this page.</p>");

    private Task ProblemAsync(HttpContext context, int statusCode, string message) =>
        PageResponse.WriteProblemAsync(context, statusCode, message, CssPath(context));

    private string CssPath(HttpContext context) => urls.Path(context, Stylesheet.Path);
}
