using CoinMoebius.Sdk.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The page where a buyer manages a subscription.</summary>
internal sealed class PortalPages(CoinMoebiusSimulator simulator, SimulatorUrls urls)
{
    public Task ShowAsync(HttpContext context)
    {
        if (!simulator.Subscriptions.TryGet((string)context.GetRouteValue("id")!, out var subscription))
        {
            return ProblemAsync(context, StatusCodes.Status404NotFound, "There is no such subscription.");
        }

        var action = urls.Path(context, $"/portal/{Uri.EscapeDataString(subscription.Id)}/");
        var isPaused = subscription.Status == SubscriptionStatus.Paused;
        var buttons = subscription.Status == SubscriptionStatus.Canceled
            ? Html.Empty
            : Html.Of($"""
                <form method="post" class="steps">
                <button formaction="{action}{(isPaused ? "resume" : "pause")}">{(isPaused ? "Resume" : "Pause")}</button>
                <button class="quiet" formaction="{action}cancel">Cancel the subscription</button>
                </form>
                """);
        var back = subscription.ReturnUrl is { } page
            ? Html.Of($"""<p><a class="button" href="{page.AbsoluteUri}">Back to the shop</a></p>""")
            : Html.Empty;
        var main = Html.Of($"""
            <main class="card">
            <h1>{subscription.Name}</h1>
            <p class="amount">{Money.Text(subscription.Price, subscription.Currency)}</p>
            <p class="state" role="status">This subscription is {subscription.Status.Value.Replace('_', ' ')}.</p>
            {buttons}
            {back}
            </main>
            """);
        return PageResponse.WriteAsync(context, subscription.Name, urls.Path(context, Stylesheet.Path), main);
    }

    public Task StepAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        SubscriptionStatus? status = (string)context.GetRouteValue("step")! switch
        {
            "pause" => SubscriptionStatus.Paused,
            "resume" => SubscriptionStatus.Active,
            "cancel" => SubscriptionStatus.Canceled,
            _ => null,
        };
        if (status is null || !simulator.Subscriptions.TryGet(id, out _))
        {
            return ProblemAsync(context, StatusCodes.Status404NotFound, "There is no such subscription or step.");
        }

        try
        {
            simulator.Subscriptions.SetStatus(id, status.Value);
            return PageResponse.SeeOther(context, urls.Path(context, $"/portal/{Uri.EscapeDataString(id)}"));
        }
        catch (InvalidOperationException exception)
        {
            return ProblemAsync(context, StatusCodes.Status409Conflict, exception.Message);
        }
    }

    private Task ProblemAsync(HttpContext context, int statusCode, string message) =>
        PageResponse.WriteProblemAsync(context, statusCode, message, urls.Path(context, Stylesheet.Path));
}
