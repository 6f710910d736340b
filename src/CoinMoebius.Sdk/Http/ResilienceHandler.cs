using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CoinMoebius.Sdk.Http;

/// <summary>
/// Limits the time of each attempt and of the whole call, body included, and tries again what <see cref="RetryRules"/> allow. Requests
/// that are not of the client pass through.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("CoinMoebius.Request");

    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _random;
    private readonly ResiliencePipeline<HttpResponseMessage> _call;
    private readonly ResiliencePipeline<HttpResponseMessage> _attempt;

    public ResilienceHandler(TimeProvider timeProvider, Func<double>? random = null)
    {
        _timeProvider = timeProvider;
        _random = random ?? Backoff.NextRandom;
        _call = Build(builder => AddAttemptTimeout(AddTotalTimeout(builder).AddRetry(Retry())));
        _attempt = Build(AddAttemptTimeout);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CallState.Of(request) is not { } state)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        state.Started = _timeProvider.GetTimestamp();
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        try
        {
            return await (state.MayRetry ? _call : _attempt).ExecuteAsync(
                static (context, handler) => new ValueTask<HttpResponseMessage>(
                    handler.AttemptAsync(Request(context), context.CancellationToken)),
                context,
                this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static HttpRequestMessage Request(ResilienceContext context) => context.Properties.GetValue(RequestKey, null!);

    private static CallState State(ResilienceContext context) => CallState.Of(Request(context))!;

    private static ResiliencePipelineBuilder<HttpResponseMessage> AddAttemptTimeout(ResiliencePipelineBuilder<HttpResponseMessage> builder) =>
        builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static args => new(State(args.Context).Options.AttemptTimeout) });

    private static ResiliencePipelineBuilder<HttpResponseMessage> AddTotalTimeout(ResiliencePipelineBuilder<HttpResponseMessage> builder) =>
        builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static args => new(State(args.Context).Options.TotalTimeout) });

    private ResiliencePipeline<HttpResponseMessage> Build(
        Func<ResiliencePipelineBuilder<HttpResponseMessage>, ResiliencePipelineBuilder<HttpResponseMessage>> add) =>
        add(new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider }).Build();

    private RetryStrategyOptions<HttpResponseMessage> Retry() => new()
    {
        // The options may change between calls, so the limit is asked for each time.
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = args => new(ShouldRetry(args.Context, args.Outcome, args.AttemptNumber)),
        DelayGenerator = args => new(Delay(State(args.Context), args.Outcome, args.AttemptNumber)),
    };

    private bool ShouldRetry(ResilienceContext context, Outcome<HttpResponseMessage> outcome, int retry)
    {
        var request = Request(context);
        var state = State(context);
        var may = outcome.Result is { } response
            ? RetryRules.MayRetry(request.Method, response)
            : RetryRules.MayRetry(request.Method, outcome.Exception!);
        return may && retry < state.Options.MaxRetries && Fits(state, outcome);
    }

    /// <summary>A pause that would outlast the call is not begun: the caller learns the reason instead of a time-out.</summary>
    private bool Fits(CallState state, Outcome<HttpResponseMessage> outcome) =>
        RetryAfter(outcome) is not { } pause || _timeProvider.GetElapsedTime(state.Started) + pause < state.Options.TotalTimeout;

    private TimeSpan? Delay(CallState state, Outcome<HttpResponseMessage> outcome, int retry) =>
        RetryAfter(outcome) ?? Backoff.FullJitter(state.Options.RetryDelay, state.Options.MaxRetryDelay, retry, _random());

    private TimeSpan? RetryAfter(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryRules.RetryAfter(response, _timeProvider) : null;

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallState.Of(request)!.BeginAttempt();
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var content = await BufferedContent.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            response.Content.Dispose();
            response.Content = content;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
