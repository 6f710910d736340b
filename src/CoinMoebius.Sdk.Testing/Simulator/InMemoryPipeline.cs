using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Runs the endpoints on requests of an <see cref="HttpClient"/> without a server.</summary>
internal sealed class InMemoryPipeline
{
    private readonly ServiceProvider _services;
    private readonly RequestDelegate _pipeline;

    public InMemoryPipeline(Action<IEndpointRouteBuilder> map)
    {
        var services = new ServiceCollection().AddLogging().AddRouting();
        services.AddSingleton(new DiagnosticListener("CoinMoebius.Simulator"));
        _services = services.BuildServiceProvider();
        var app = new ApplicationBuilder(_services);
        app.UseRouting();
        app.UseEndpoints(map);
        _pipeline = app.Build();
    }

    public static Uri Address { get; } = new("http://localhost/");

    public HttpMessageHandler CreateHandler() => new Handler(this);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = new DefaultHttpContext { RequestServices = _services, RequestAborted = cancellationToken };
        await FillAsync(context.Request, request, cancellationToken).ConfigureAwait(false);
        using var body = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await _pipeline(context).ConfigureAwait(false);
        await context.Response.CompleteAsync().ConfigureAwait(false);

        var response = new HttpResponseMessage((HttpStatusCode)context.Response.StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body.ToArray()),
        };
        foreach (var header in context.Response.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable()))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
            }
        }

        return response;
    }

    private static async Task FillAsync(HttpRequest target, HttpRequestMessage source, CancellationToken cancellationToken)
    {
        var url = source.RequestUri!;
        target.Method = source.Method.Method;
        target.Scheme = url.Scheme;
        target.Host = new(url.Authority);
        target.Path = PathString.FromUriComponent(url);
        target.QueryString = QueryString.FromUriComponent(url);
        foreach (var header in source.Headers.Concat(source.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            target.Headers[header.Key] = header.Value.ToArray();
        }

        if (source.Content is { } content)
        {
            var bytes = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            target.Body = new MemoryStream(bytes);
            target.ContentLength = bytes.Length;
        }
    }

    private sealed class Handler(InMemoryPipeline pipeline) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            pipeline.SendAsync(request, cancellationToken);
    }
}
