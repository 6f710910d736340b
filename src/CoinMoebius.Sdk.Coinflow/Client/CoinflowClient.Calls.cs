using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// What calls have in common.
partial class CoinflowClient
{
    private static string Segment(string value, string parameterName) => SafeUrls.EscapeSegment(value, parameterName);

    /// <summary>The call with the payer's session key, and without the merchant's key.</summary>
    private static ApiCall InSession(ApiCall call, CoinflowSession session) =>
        call with { Headers = CoinflowHeaders.Of(session), IsAnonymous = true };

    private static CoinMoebiusApiException Odd(string problem) =>
        new($"The Coinflow API answered 200, but the body {problem}.") { StatusCode = System.Net.HttpStatusCode.OK };

    private static CoinMoebiusNotFoundException NotFound() =>
        new("The Coinflow API answered without what was asked for: it does not know the id.") { StatusCode = System.Net.HttpStatusCode.NoContent };

    /// <summary>Reads what was looked up. The API also says "unknown" with an empty answer.</summary>
    private static T Found<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json)
        where T : class =>
        (CoinflowBodies.IsEmpty(body) ? null : JsonSerializer.Deserialize(body.Span, json)) ?? throw NotFound();

    private static T Checked<T>(T query)
        where T : class => query ?? throw new ArgumentNullException(nameof(query));

    private Task<CoinflowPaymentResult> PayInSessionAsync<TRequest, TResult>(
        string path, CoinflowSession session, TRequest request, JsonTypeInfo<TRequest> json, JsonTypeInfo<TResult> result, CancellationToken cancellationToken)
        where TResult : CoinflowStartedPayment =>
        PayAsync(InSession(ApiCall.Post(path, request, json), session), CoinflowBodies.Started, result, cancellationToken);

    private Task<CoinflowPaymentResult> PayForAsync<TRequest, TResult>(
        string path, CoinflowPayer payer, TRequest request, JsonTypeInfo<TRequest> json, JsonTypeInfo<TResult> result, CancellationToken cancellationToken)
        where TResult : CoinflowStartedPayment =>
        PayAsync(ApiCall.Post(path, request, json) with { Headers = CoinflowHeaders.Of(payer) }, CoinflowBodies.Started, result, cancellationToken);

    /// <summary>Makes a call that pays, once; what the payer must do first is a result, not a failure.</summary>
    private async Task<CoinflowPaymentResult> PayAsync<TResult, TArgument>(
        ApiCall call, Func<ReadOnlyMemory<byte>, TArgument, TResult> read, TArgument argument, CancellationToken cancellationToken)
        where TResult : CoinflowPaymentResult
    {
        try
        {
            return await SendAsync(call with { Retry = ApiRetry.Never }, read, argument, cancellationToken).ConfigureAwait(false);
        }
        catch (CoinflowRefusedException exception) when (exception.Challenge is not null || exception.Verification is not null)
        {
            return exception.Challenge ?? (CoinflowPaymentResult)exception.Verification!;
        }
    }

    private Task<CoinflowJob> JobAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call, static (body, _) => CoinflowBodies.Job(body), 0, cancellationToken);

    private Task<IReadOnlyList<T>> ListAsync<T>(ApiCall call, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(call, CoinflowBodies.List, json, cancellationToken);

    private Task<JsonElement> DocumentAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call, static (body, _) => ApiTransport.ReadDocument(body, static (root, _) => root.Clone(), 0), 0, cancellationToken);

    private IAsyncEnumerable<T> PagesAsync<T>(
        Func<int, string> query, string path, JsonTypeInfo<T> json, Func<T, string> id, CancellationToken cancellationToken)
        where T : class
    {
        // The first is made here, so that a query that cannot be asked fails at the call.
        var first = query(1);
        return ReadPagesAsync(page => ApiCall.Get(path + (page == 1 ? first : query(page))), json, id, cancellationToken);
    }

    private async IAsyncEnumerable<T> ReadPagesAsync<T>(
        Func<int, ApiCall> call, JsonTypeInfo<T> json, Func<T, string> id, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var last = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; ; page++)
        {
            var items = await ListAsync(call(page), json, cancellationToken).ConfigureAwait(false);
            var ids = new HashSet<string>(items.Select(id).Where(static text => text.Length > 0), StringComparer.Ordinal);
            foreach (var item in items.Where(item => !last.Contains(id(item))))
            {
                yield return item;
            }

            // No count says where the end is, nor does a short page: the API may allow fewer items than were asked for.
            if (ids.IsSubsetOf(last))
            {
                yield break;
            }

            last = ids;
        }
    }
}
