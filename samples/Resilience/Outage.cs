using System.Net;

namespace Resilience;

/// <summary>Fails the first requests that would go over the wire, and counts all of them.</summary>
internal sealed class Outage
{
    private int _failures;

    public int Sends { get; private set; }

    public void Begin(int failures) => (_failures, Sends) = (failures, 0);

    public HttpMessageHandler CreateHandler() => new Handler(this);

    private sealed class Handler(Outage outage) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            ++outage.Sends <= outage._failures
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { RequestMessage = request })
                : base.SendAsync(request, cancellationToken);
    }
}
