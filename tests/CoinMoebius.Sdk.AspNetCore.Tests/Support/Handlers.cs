using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.AspNetCore.Tests.Support;

/// <summary>What a handler does in a test, shared by the instances a container makes of it.</summary>
public sealed class Script
{
    private readonly List<(string Handler, WebhookEvent Event, WebhookContext Context)> _calls = [];

    public Func<WebhookEvent, WebhookContext, CancellationToken, Task> Run { get; set; } = static (_, _, _) => Task.CompletedTask;

    public int Disposed { get; set; }

    public HashSet<object> Instances { get; } = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<(string Handler, WebhookEvent Event, WebhookContext Context)> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    public Task CallAsync(object handler, WebhookEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        lock (_calls)
        {
            _calls.Add((handler.GetType().Name, webhookEvent, context));
            Instances.Add(handler);
        }

        return Run(webhookEvent, context, cancellationToken);
    }
}

public sealed class FirstHandler(Script script) : IWebhookHandler<PaymentEvent>, IWebhookHandler<UnmappedEvent>, IDisposable
{
    public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken) =>
        script.CallAsync(this, webhookEvent, context, cancellationToken);

    public Task HandleAsync(UnmappedEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken) =>
        script.CallAsync(this, webhookEvent, context, cancellationToken);

    public void Dispose() => script.Disposed++;
}

public sealed class SecondHandler(Script script) : IWebhookHandler<PaymentEvent>
{
    public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken) =>
        script.CallAsync(this, webhookEvent, context, cancellationToken);
}
