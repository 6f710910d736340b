using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The part of the operator's page about subscriptions with a provider.</summary>
internal sealed class SubscriptionDesk(CoinMoebiusSimulator simulator, SimulatorUrls urls)
{
    public Html List(HttpContext context)
    {
        var deliveries = simulator.Deliveries.ToLookup(delivery => delivery.TransactionId);
        var rows = simulator.Subscriptions.All.Where(subscription => subscription.Provider is not null)
            .Select(subscription => Row(context, subscription, deliveries[subscription.Id])).ToList();
        return rows.Count == 0 ? Html.Empty : Html.Of($"""<h2>Subscriptions</h2><ol class="transactions">{rows}</ol>""");
    }

    public Task StepAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        try
        {
            if (!Enum.TryParse<SubscriptionStep>((string)context.GetRouteValue("step")!, out var step))
            {
                return ProblemAsync(context, StatusCodes.Status404NotFound, "There is no such step.");
            }

            simulator.BeginStep(id, step);
            return PageResponse.SeeOther(context, urls.Operator(context));
        }
        catch (KeyNotFoundException exception)
        {
            return ProblemAsync(context, StatusCodes.Status404NotFound, exception.Message);
        }
        catch (InvalidOperationException exception)
        {
            return ProblemAsync(context, StatusCodes.Status409Conflict, exception.Message);
        }
    }

    private Html Row(HttpContext context, SimulatorSubscription subscription, IEnumerable<SimulatorDelivery> deliveries)
    {
        var action = $"{urls.Operator(context)}/subscriptions/{Uri.EscapeDataString(subscription.Id)}/";
        var buttons = SubscriptionTransitions.Of(subscription).Select(step => Html.Of($"""<button formaction="{action}{step.ToString()}">{NameOf(step)}</button>"""));
        var end = subscription.PeriodEnd is { } at
            ? Html.Of($"""&middot; {(subscription.CancelsAtPeriodEnd ? "ends" : "until")} <time datetime="{ApiResponse.Time(at)}">{ApiResponse.Time(at)}</time>""")
            : Html.Empty;
        var pages = new OperatorPages(simulator.Stage, urls);
        return Html.Of($"""
            <li class="card">
            <h2>{subscription.Name} <span class="state" data-status="{subscription.Status.Value}">{(subscription.PeriodStart is null ? "not begun" : subscription.Status.Value.Replace('_', ' '))}</span></h2>
            <p>{Money.Text(subscription.Price, subscription.Currency)} &middot; {simulator.FindRail(subscription.Provider!.Value)?.Name ?? subscription.Provider.Value.Value} &middot;
            <code>{subscription.Id}</code> {end}</p>
            <form method="post" class="inline">{buttons}</form>
            <ul class="deliveries">{deliveries.Select(delivery => pages.Row(context, delivery))}</ul>
            </li>
            """);
    }

    private static string NameOf(SubscriptionStep step) => step switch
    {
        SubscriptionStep.Start => "Start and pay",
        SubscriptionStep.StartTrial => "Start a trial",
        SubscriptionStep.FailFirstCharge => "Start, and fail the first charge",
        SubscriptionStep.Renew => "Pay the next period",
        SubscriptionStep.FailCharge => "Fail the next charge",
        SubscriptionStep.CancelAtPeriodEnd => "Cancel at the period's end",
        _ => "End now",
    };

    private Task ProblemAsync(HttpContext context, int statusCode, string message) =>
        PageResponse.WriteProblemAsync(context, statusCode, message, urls.Path(context, Stylesheet.Path));
}
