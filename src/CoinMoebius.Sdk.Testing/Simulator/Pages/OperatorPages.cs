using System.Globalization;
using CoinMoebius.Sdk.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The page that lists transactions and webhooks, with the steps that only a merchant or a provider can take.</summary>
internal sealed class OperatorPages(SimulatorStage stage, SimulatorUrls urls)
{
    private static readonly string[] Steps = ["pay", "part", "attempt", "decline", "refund", "fail-refund", "dispute", "win", "lose", "revoke"];

    public Task ShowAsync(HttpContext context)
    {
        var deliveries = stage.Deliveries.ToLookup(delivery => delivery.TransactionId);
        var transactions = stage.Book.All.Reverse().Select(transaction => Row(context, transaction, deliveries[transaction.Id])).ToList();
        var list = transactions.Count == 0
            ? Html.Of($"""<p class="empty">No transactions yet. New checkouts appear here.</p>""")
            : Html.Of($"""<ol class="transactions">{transactions}</ol>""");
        var main = Html.Of($"""
            <main class="wide">
            <header><h1>Simulator</h1><p>{stage.Subject} &middot; <a href="{urls.Operator(context)}">Refresh</a></p></header>
            {list}
            {stage.Subscribers(context, urls)}
            </main>
            """);
        return PageResponse.WriteAsync(context, "Simulator", CssPath(context), main);
    }

    public async Task StepAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        var step = (string)context.GetRouteValue("step")!;
        if (await PageSteps.TakeAsync(context, stage, id, step, Steps, CssPath(context)).ConfigureAwait(false) is not null)
        {
            await PageResponse.SeeOther(context, urls.Operator(context)).ConfigureAwait(false);
        }
    }

    public async Task SendAgainAsync(HttpContext context)
    {
        var number = long.Parse((string)context.GetRouteValue("number")!, CultureInfo.InvariantCulture);
        try
        {
            await stage.SendAgainAsync(number, context.RequestAborted).ConfigureAwait(false);
            await PageResponse.SeeOther(context, urls.Operator(context)).ConfigureAwait(false);
        }
        catch (KeyNotFoundException exception)
        {
            await PageResponse.WriteProblemAsync(context, StatusCodes.Status404NotFound, exception.Message, CssPath(context)).ConfigureAwait(false);
        }
    }

    private Html Row(HttpContext context, SimulatorTransaction transaction, IEnumerable<SimulatorDelivery> deliveries) => Html.Of($"""
        <li class="card">
        <h2>{transaction.Product.Name} <span class="state" data-status="{transaction.Status.Value}">{transaction.Status.Value.Replace('_', ' ')}</span></h2>
        <p>{Money.Text(transaction.Amount, transaction.Currency)} &middot; {stage.FindRail(transaction.Provider)!.Name} &middot;
        <a href="{urls.PayPath(context, transaction)}"><code>{transaction.Id}</code></a> &middot;
        <time datetime="{ApiResponse.Time(transaction.CreatedAt)}">{ApiResponse.Time(transaction.CreatedAt)}</time></p>
        {Buttons($"{urls.Operator(context)}/transactions/{Uri.EscapeDataString(transaction.Id)}/", transaction)}
        <ul class="deliveries">{deliveries.Select(delivery => Row(context, delivery))}</ul>
        </li>
        """);

    private Html Buttons(string action, SimulatorTransaction transaction)
    {
        if (!transaction.Status.IsFinal)
        {
            var attempt = transaction.IsManual ? Html.Empty : Html.Of($"""<button formaction="{action}attempt">Fail an attempt</button>""");
            return Html.Of($"""
                <form method="post" class="inline">
                <button formaction="{action}pay">Settle</button>
                {attempt}
                <button formaction="{action}decline">Decline</button>
                </form>
                """);
        }

        if (transaction.IsManual && transaction.Status == PaymentStatus.Succeeded)
        {
            return Html.Of($"""<form method="post" class="inline"><button formaction="{action}revoke">Revoke</button></form>""");
        }

        if (transaction is { Refundable: 0, Refunded: 0, Dispute: null })
        {
            return Html.Empty;
        }

        return Html.Of($"""
            <form method="post" action="{action}refund" class="inline">
            {Refund(transaction)}
            {Step(action, "fail-refund", "Fail the last refund", transaction.Refunded > 0 && Hears(transaction, signer => signer.RefundStatuses.Contains(RefundStatus.Failed)))}
            {Dispute(action, transaction)}
            </form>
            """);
    }

    private Html Refund(SimulatorTransaction transaction) =>
        transaction.Refundable > 0 && Hears(transaction, signer => signer.RefundStatuses.Contains(RefundStatus.Succeeded))
        ? Html.Of($"""
            <label>Refund <input name="amount" inputmode="decimal" autocomplete="off" placeholder="{Money.Text(transaction.Refundable, transaction.Currency)}"></label>
            <button>Refund</button>
            """)
        : Html.Empty;

    private Html Dispute(string action, SimulatorTransaction transaction) => transaction.Dispute?.Outcome == DisputeOutcome.Open
        ? Html.Of($"""
            {Step(action, "win", "Win the dispute", Hears(transaction, signer => signer.DisputeOutcomes.Contains(DisputeOutcome.Won)))}
            {Step(action, "lose", "Lose the dispute", Hears(transaction, signer => signer.DisputeOutcomes.Contains(DisputeOutcome.Lost)))}
            """)
        : Step(action, "dispute", "Dispute", transaction.Refundable > 0 && Hears(transaction, signer => signer.DisputeOutcomes.Contains(DisputeOutcome.Open)));

    private static Html Step(string action, string step, string name, bool isShown) =>
        isShown ? Html.Of($"""<button formaction="{action}{step}">{name}</button>""") : Html.Empty;

    /// <summary>False where the provider has webhooks, but none for this step, so that no merchant would receive it.</summary>
    private bool Hears(SimulatorTransaction transaction, Predicate<IWebhookSigner> has) =>
        stage.FindRail(transaction.Provider)?.Signer is not { } signer || has(signer);

    internal Html Row(HttpContext context, SimulatorDelivery delivery)
    {
        var answers = delivery.Attempts.Select(attempt => attempt.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? attempt.Error);
        var outcome = delivery.Outcome switch
        {
            SimulatorDeliveryOutcome.Delivered => "delivered",
            SimulatorDeliveryOutcome.GivenUp => "given up",
            _ => "on its way",
        };
        return Html.Of($"""
            <li><span>Webhook {delivery.Number.ToString(CultureInfo.InvariantCulture)}: {What(delivery)}, {outcome}
            <code>{string.Join(' ', answers)}</code></span>
            <form method="post" action="{urls.Operator(context)}/deliveries/{delivery.Number.ToString(CultureInfo.InvariantCulture)}/send"><button class="quiet">Send again</button></form></li>
            """);
    }

    internal static string What(SimulatorDelivery delivery) =>
        delivery.Subscription is { } type ? $"{type.Value}, {delivery.Status.Value}" :
        delivery.Refund is { } refund ? $"{delivery.Status.Value}, refund {refund.Status.Value}"
        : delivery.Dispute is { } dispute ? $"{delivery.Status.Value}, dispute {dispute.Outcome.Value}"
        : delivery.Status.Value;

    private string CssPath(HttpContext context) => urls.Path(context, Stylesheet.Path);
}
