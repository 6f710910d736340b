using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The client of Mobbex. With a container use <c>AddMobbexClient</c>; without one keep a single instance.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed partial class MobbexClient : IMobbexClient, IDisposable
{
    private readonly ApiClient<MobbexOptions> _api;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and credentials are added on top of it; turn off
    /// <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public MobbexClient(HttpClient httpClient, MobbexOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<MobbexOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal MobbexClient(ApiConnection<MobbexOptions> connection) => _api = new(connection);

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static MobbexClient Create(MobbexOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<MobbexOptions>.Create(options, timeProvider));

    /// <summary>Closes the connections of a client made by <see cref="Create"/>. An <see cref="HttpClient"/> passed in is not disposed.</summary>
    public void Dispose() => _api.Dispose();

    private static string Segment(string? text, [CallerArgumentExpression(nameof(text))] string parameterName = "") =>
        SafeUrls.EscapeSegment(text, parameterName);

    private Task<T> ReadAsync<T>(ApiCall call, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class =>
        _api.SendAsync(WithHeaders(call), static (body, json) => MobbexEnvelope.ReadPayload(body, json), json, cancellationToken);

    private Task<IReadOnlyList<T>> ReadListAsync<T>(ApiCall call, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class =>
        _api.SendAsync(WithHeaders(call), static (body, json) => MobbexEnvelope.ReadList(body, json), json, cancellationToken);

    private Task<MobbexAnswer> ActAsync(ApiCall call, CancellationToken cancellationToken) =>
        _api.SendAsync(WithHeaders(call), static (body, _) => MobbexEnvelope.ReadAnswer(body), 0, cancellationToken);

    /// <summary>A POST whose body has the names the options want.</summary>
    private ApiCall Post<T>(string path, T body, JsonTypeInfo<T> json)
    {
        var call = ApiCall.Post(path, body, json);
        return call with { Body = MobbexFieldNames.Apply(call.Body!, _api.Options.FieldNames) };
    }

    private ApiCall WithHeaders(ApiCall call)
    {
        var options = _api.Options;
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
