using Polly;
using Polly.Retry;
using Polly.Timeout;

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

        // The options may change between calls, so every strategy reads those of its call.
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = args => new(TimeLeft(StateOf(args.Context))) })
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = RetryRules.MaxRetries,
                ShouldHandle = args => new(ShouldRetry(StateOf(args.Context), args.Outcome, args.AttemptNumber)),
                DelayGenerator = args => new(Delay(StateOf(args.Context).Options, args.Outcome, args.AttemptNumber)),
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static args => new(StateOf(args.Context).Options.AttemptTimeout) })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CallState.Of(request) is not { } state)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        state.Started ??= _timeProvider.GetTimestamp();
        if (IsOver(state))
        {
            return LastAnswer(state, request);
        }

        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(StateKey, state);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (context, call) => new ValueTask<HttpResponseMessage>(call.Handler.AttemptAsync(call.Request, context.CancellationToken)),
                context,
                (Handler: this, Request: request)).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException) when (IsOver(state))
        {
            return LastAnswer(state, request);
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

    private TimeSpan? Delay(ApiClientOptions options, Outcome<HttpResponseMessage> outcome, int retry) =>
        RetryAfter(outcome) ?? Backoff.FullJitter(options.RetryDelay, options.MaxRetryDelay, retry, _random());

    private TimeSpan? RetryAfter(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryRules.RetryAfter(response, _timeProvider) : null;

    private bool IsOver(CallState state) => TimeLeft(state) <= TimeSpan.Zero;

    private TimeSpan TimeLeft(CallState state) => state.Options.TotalTimeout - _timeProvider.GetElapsedTime(state.Started!.Value);

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await BufferedContent.ReplaceAsync(response, keepHeaders: true, cancellationToken).ConfigureAwait(false);
        return response;
    }
}
