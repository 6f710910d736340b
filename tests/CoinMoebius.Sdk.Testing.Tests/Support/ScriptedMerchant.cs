using System.Net;

namespace CoinMoebius.Sdk.Testing.Tests.Support;

/// <summary>A merchant's endpoint in memory. It accepts everything, unless told to answer otherwise first.</summary>
public sealed class ScriptedMerchant(params HttpStatusCode?[] answers) : HttpMessageHandler
{
    private readonly Queue<HttpStatusCode?> _answers = new(answers);
    private readonly List<Uri> _urls = [];
    private readonly List<(string Body, string Signature)> _received = [];

    public static Uri Url { get; } = new("http://localhost/webhooks");

    public IReadOnlyList<Uri> Urls
    {
        get
        {
            lock (_received)
            {
                return [.. _urls];
            }
        }
    }

    public IReadOnlyList<(string Body, string Signature)> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (_received)
        {
            _urls.Add(request.RequestUri!);
            _received.Add((body, request.Headers.TryGetValues("Signature", out var values) ? string.Concat(values) : ""));
            return _answers.TryDequeue(out var answer) && answer is not { } status
                ? throw new HttpRequestException(HttpRequestError.ConnectionError)
                : new(answer ?? HttpStatusCode.OK);
        }
    }
}
