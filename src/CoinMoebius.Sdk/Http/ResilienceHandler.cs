using Polly;
using Polly.Retry;

namespace CoinMoebius.Sdk.Http;

/// <summary>
/// Limits the time of each attempt and of the whole call, body included, and tries again what <see cref="RetryRules"/> allow. Requests
/// that are not of the client pass through.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("CoinMoebius.Call");

    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _random;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    public ResilienceHandler(TimeProvider timeProvider, Func<double>? random = null)
    {
        _timeProvider = timeProvider;
        _random = random ?? Backoff.NextRandom;
        _retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // The options may change between calls, so the limit is asked for each time.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => new(ShouldRetry(CallOf(args.Context), args.Outcome, args.AttemptNumber)),
                DelayGenerator = args => new(Delay(CallOf(args.Context).State, args.Outcome, args.AttemptNumber)),
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
        var call = new Call(request, state);
        var first = await TryAttemptAsync(call, cancellationToken).ConfigureAwait(false);

        // A good first answer is the rule, and needs no pipeline.
        var outcome = ShouldRetry(call, first, retry: 0)
            ? await RetryAsync(call with { First = first }, cancellationToken).ConfigureAwait(false)
            : first;
        outcome.ThrowIfException();
        return outcome.Result!;
    }

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private async ValueTask<Outcome<HttpResponseMessage>> RetryAsync(Call call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            return await _retries.ExecuteOutcomeAsync(
                static (context, handler) => CallOf(context) is { First: { } first }
                    ? new ValueTask<Outcome<HttpResponseMessage>>(TakeFirst(context, first))
                    : handler.TryAttemptAsync(CallOf(context), context.CancellationToken),
                context,
                this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Outcome<HttpResponseMessage> TakeFirst(ResilienceContext context, Outcome<HttpResponseMessage> first)
    {
        context.Properties.Set(CallKey, CallOf(context) with { First = null });
        return first;
    }

    private bool ShouldRetry(Call call, Outcome<HttpResponseMessage> outcome, int retry)
    {
        var may = outcome.Result is { } response
            ? RetryRules.MayRetry(call.State.Call.Retry, response)
            : RetryRules.MayRetry(call.State.Call.Retry, outcome.Exception!);

        // Sends that handlers of others have made count as well.
        var most = call.State.Options.MaxRetries;
        return may && retry < most && call.State.Sends.Count <= most && Fits(call.State, outcome);
    }

    /// <summary>A pause that would outlast the call is not begun: the caller learns the reason instead of a time-out.</summary>
    private bool Fits(CallState state, Outcome<HttpResponseMessage> outcome) => (RetryAfter(outcome) ?? TimeSpan.Zero) < TimeLeft(state);

    private TimeSpan? Delay(CallState state, Outcome<HttpResponseMessage> outcome, int retry)
    {
        var delay = RetryAfter(outcome) ?? Backoff.FullJitter(state.Options.RetryDelay, state.Options.MaxRetryDelay, retry, _random());
        var left = TimeLeft(state);
        return delay < left ? delay : left;
    }

    private TimeSpan? RetryAfter(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryRules.RetryAfter(response, _timeProvider) : null;

    private TimeSpan TimeLeft(CallState state) => state.Options.TotalTimeout - _timeProvider.GetElapsedTime(state.Started!.Value);

    private async ValueTask<Outcome<HttpResponseMessage>> TryAttemptAsync(Call call, CancellationToken cancellationToken)
    {
        var left = TimeLeft(call.State);
        var limit = left < call.State.Options.AttemptTimeout ? left : call.State.Options.AttemptTimeout;
        if (limit <= TimeSpan.Zero)
        {
            return Late(call);
        }

        using var timeout = _timeProvider.CreateCancellationTokenSource(limit);
        using var link = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            return Outcome.FromResult(await AttemptAsync(call, timeout.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Outcome.FromException<HttpResponseMessage>(new TimeoutException($"No answer came within {limit}.", exception));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
    }

    /// <summary>The time is over: what is known counts, and a retry from outside must not hide it.</summary>
    private static Outcome<HttpResponseMessage> Late(Call call)
    {
        try
        {
            return Outcome.FromResult(
                call.State.Sends.Last?.GiveBack(call.Request) ?? throw new TimeoutException("The time for the whole call was over."));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(call.Request, cancellationToken).ConfigureAwait(false);
        await BufferedContent.ReplaceAsync(response, keepHeaders: true, cancellationToken).ConfigureAwait(false);
        return response;
    }

    /// <param name="Request">The request; the same for all attempts.</param>
    /// <param name="State">What the client said of it.</param>
    /// <param name="First">What became of the first attempt, until the retries have taken it.</param>
    private sealed record Call(HttpRequestMessage Request, CallState State, Outcome<HttpResponseMessage>? First = null);
}
