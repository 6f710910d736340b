using Polly;
using Polly.Retry;

namespace CoinMoebius.Sdk.Http;

/// <summary>
/// Limits the time of each attempt and of the whole call, including the body, and retries what <see cref="RetryRules"/> allows. Requests
/// that do not come from the client pass through.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<CallState> StateKey = new("CoinMoebius.Call");

    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _random;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ResilienceHandler(TimeProvider timeProvider, Func<double>? random = null)
    {
        _timeProvider = timeProvider;
        _random = random ?? Backoff.NextRandom;

        // The options may change between calls, so the strategy reads those of its call.
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = RetryRules.MaxRetries,
                ShouldHandle = args => new(ShouldRetry(StateOf(args.Context), args.Outcome, args.AttemptNumber)),
                DelayGenerator = args => new(Delay(StateOf(args.Context), args.Outcome, args.AttemptNumber)),
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CallState.Of(request) is not { } state)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        state.Started ??= _timeProvider.GetTimestamp();
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(StateKey, state);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (context, call) => call.Handler.AttemptAsync(call.Request, call.State, context.CancellationToken),
                context,
                (Handler: this, Request: request, State: state)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static CallState StateOf(ResilienceContext context) => context.Properties.GetValue(StateKey, null!);

    /// <summary>Returns the last known result after the total timeout, which a retry from outside must not hide.</summary>
    private static HttpResponseMessage LastAnswer(CallState state, HttpRequestMessage request) =>
        state.Sends.Last?.ToResponse(request) ?? throw new TimeoutException("The timeout of the whole call has elapsed.");

    private bool ShouldRetry(CallState state, Outcome<HttpResponseMessage> outcome, int retry)
    {
        var may = outcome.Result is { } response
            ? RetryRules.MayRetry(state.Call.Retry, response)
            : RetryRules.MayRetry(state.Call.Retry, outcome.Exception!);

        // Repeated sends by other handlers count too.
        var most = state.Options.MaxRetries;
        return may && retry < most && state.Sends.Count <= most && Fits(state, outcome);
    }

    /// <summary>False when the pause would exceed the call's timeout: the caller then gets the actual failure instead of a timeout.</summary>
    private bool Fits(CallState state, Outcome<HttpResponseMessage> outcome) => (RetryAfter(outcome) ?? TimeSpan.Zero) < TimeLeft(state);

    /// <summary>The pause before the next attempt, which ends with the call's time at the latest.</summary>
    private TimeSpan? Delay(CallState state, Outcome<HttpResponseMessage> outcome, int retry)
    {
        var delay = RetryAfter(outcome) ?? Backoff.FullJitter(state.Options.RetryDelay, state.Options.MaxRetryDelay, retry, _random());
        var left = TimeLeft(state);
        return delay < left ? delay : left;
    }

    private TimeSpan? RetryAfter(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryRules.RetryAfter(response, _timeProvider) : null;

    private TimeSpan TimeLeft(CallState state) => state.Options.TotalTimeout - _timeProvider.GetElapsedTime(state.Started!.Value);

    // One time limit serves the attempt and the call: it allocates less than a strategy of Polly for each.
    private async ValueTask<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CallState state, CancellationToken cancellationToken)
    {
        var left = TimeLeft(state);
        var limit = left < state.Options.AttemptTimeout ? left : state.Options.AttemptTimeout;
        if (limit <= TimeSpan.Zero)
        {
            return LastAnswer(state, request);
        }

        using var timeout = _timeProvider.CreateCancellationTokenSource(limit);
        using var link = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            var response = await base.SendAsync(request, timeout.Token).ConfigureAwait(false);
            await BufferedContent.ReplaceAsync(response, keepHeaders: true, timeout.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No response came within {limit}.", exception);
        }
    }
}
