using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The client of Mobbex. With a container use <c>AddMobbexClient</c>; without one keep a single instance.</summary>
public sealed partial class MobbexClient : ApiClient<MobbexOptions>, IMobbexClient
{
    /// <inheritdoc/>
    public MobbexClient(HttpClient httpClient, MobbexOptions options, TimeProvider? timeProvider = null)
        : base(httpClient, options, timeProvider)
    {
    }

    /// <inheritdoc/>
    public MobbexClient(MobbexOptions options, TimeProvider? timeProvider = null)
        : base(options, timeProvider)
    {
    }

    internal MobbexClient(ApiConnection<MobbexOptions> connection)
        : base(connection)
    {
    }

    private static string Segment(string? text, [CallerArgumentExpression(nameof(text))] string parameterName = "") =>
        SafeUrls.EscapeSegment(text, parameterName);

    private Task<T> ReadAsync<T>(ApiCall call, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(WithHeaders(call), static (body, json) => MobbexEnvelope.ReadPayload(body, json), json, cancellationToken);

    private Task<IReadOnlyList<T>> ReadListAsync<T>(ApiCall call, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(WithHeaders(call), static (body, json) => MobbexEnvelope.ReadList(body, json), json, cancellationToken);

    private Task<MobbexAnswer> ActAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(WithHeaders(call), static (body, _) => MobbexEnvelope.ReadAnswer(body), 0, cancellationToken);

    /// <summary>A POST whose body has the names the options want.</summary>
    private ApiCall Post<T>(string path, T body, JsonTypeInfo<T> json)
    {
        var call = ApiCall.Post(path, body, json);
        return call with { Body = MobbexFieldNames.Apply(call.Body!, Options.FieldNames) };
    }

    private ApiCall WithHeaders(ApiCall call)
    {
        var options = Options;
        var headers = new List<KeyValuePair<string, string>>(call.Headers);
        if (options.Language is { } language)
        {
            headers.Add(new(MobbexHeaders.Language, language));
        }

        if (options.EcommerceAgent is { } agent)
        {
            headers.Add(new(MobbexHeaders.EcommerceAgent, agent));
        }

        return call with { Headers = headers };
    }

    /// <summary>Reads pages from 0 on until one is empty, shorter than asked for, or the one before once more.</summary>
    private async IAsyncEnumerable<T> ReadPagesAsync<T>(
        Func<int, string> path, int? pageSize, JsonTypeInfo<T> json, Func<T, string?> id, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        string? head = null;
        for (var page = 0; ; page++)
        {
            var items = await ReadListAsync(ApiCall.Get(path(page)), json, cancellationToken).ConfigureAwait(false);
            if (items.Count == 0 || (page > 0 && id(items[0]) == head))
            {
                yield break;
            }

            head = id(items[0]);
            foreach (var item in items)
            {
                yield return item;
            }

            if (items.Count < pageSize)
            {
                yield break;
            }
        }
    }
}
