using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;

namespace Shop;

/// <summary>What the pages read: the catalogue, and orders as server-sent events.</summary>
public static class OrderFeed
{
    public static void MapOrderFeed(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api");
        api.MapGet("/products", () => Catalogue.Products);
        var streams = api.MapGroup("/orders").AddEndpointFilter(EndAtShutdownAsync);
        streams.MapGet("/events", (Orders orders, OrderViews views, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(AllAsync(orders, views, cancellationToken)));
        streams.MapGet("/{id}/events", async Task<IResult> (string id, Orders orders, OrderViews views, Rails rails, CancellationToken cancellationToken) =>
            await orders.FindAsync(id, cancellationToken) is { } order
                ? TypedResults.ServerSentEvents(OneAsync(order, orders, views, rails, cancellationToken))
                : TypedResults.NotFound());
        api.MapGet("/orders/{id}/qr.svg", async Task<IResult> (string id, Orders orders, CancellationToken cancellationToken) =>
            (await orders.FindAsync(id, cancellationToken))?.Instructions?.QrText is { } text
                ? TypedResults.Content(QrCode.ToSvg(text), "image/svg+xml")
                : TypedResults.NotFound());
    }

    // A stream has no end of its own; without this, the shutdown would wait for every open page.
    private static ValueTask<object?> EndAtShutdownAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        http.Response.RegisterForDispose(stopping.Register(http.Abort));
        return next(context);
    }

    private static async IAsyncEnumerable<SseItem<OrderView>> AllAsync(
        Orders orders, OrderViews views, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var order in orders.WatchAsync(cancellationToken))
        {
            yield return new(views.Of(order), "order");
        }
    }

    // The order changes when a webhook comes. Beside that the rail is asked, so that the buyer sees progress even while none does.
    private static async IAsyncEnumerable<SseItem<OrderView>> OneAsync(
        Order asked, Orders orders, OrderViews views, Rails rails, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feed = Channel.CreateBounded<SseItem<OrderView>>(64);
        var work = Task.WhenAll(
            ForwardOrderAsync(asked.Id, orders, views, feed.Writer, stop.Token), ForwardPollsAsync(asked, views, rails, feed.Writer, stop.Token));
        try
        {
            await foreach (var item in feed.Reader.ReadAllAsync(cancellationToken))
            {
                yield return item;
                if (item.EventType == "done")
                {
                    yield break;
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ForwardOrderAsync(
        string id, Orders orders, OrderViews views, ChannelWriter<SseItem<OrderView>> feed, CancellationToken cancellationToken)
    {
        await foreach (var order in orders.WatchAsync(id, cancellationToken))
        {
            await feed.WriteAsync(new(views.Of(order), "order"), cancellationToken);

            // After an attempt that failed another may pay.
            if (order.Status == Order.Review || (new PaymentStatus(order.Status).IsFinal && order.Status != PaymentStatus.Values.Failed))
            {
                await feed.WriteAsync(new(views.Of(order), "done"), cancellationToken);
            }
        }
    }

    private static async Task ForwardPollsAsync(
        Order order, OrderViews views, Rails rails, ChannelWriter<SseItem<OrderView>> feed, CancellationToken cancellationToken)
    {
        if (rails.Find(order.Provider) is not { } rail)
        {
            return;
        }

        try
        {
            await foreach (var _ in rail.WatchAsync(order, cancellationToken))
            {
                await feed.WriteAsync(new(views.Of(order), "poll"), cancellationToken);
            }
        }
        catch (CoinMoebiusException)
        {
            // The rail does not answer, or no longer knows the payment, as a simulator that was started anew. The webhook still counts.
        }
    }
}
