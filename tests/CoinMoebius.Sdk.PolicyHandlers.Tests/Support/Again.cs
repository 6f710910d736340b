namespace CoinMoebius.Sdk.PolicyHandlers.Tests.Support;

/// <summary>The retry that everybody has written once: four sends, whatever went wrong.</summary>
public sealed class Again(Again.Message message) : DelegatingHandler
{
    private const int Sends = 4;

    /// <summary>What is sent again.</summary>
    public enum Message
    {
        TheSame,
        ACopy,
        ACopyWithoutOptions,
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var send = 1; ; send++)
        {
            try
            {
                var response = await base.SendAsync(await NextAsync(request, cancellationToken), cancellationToken);
                if (response.IsSuccessStatusCode || send == Sends)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (Exception) when (send < Sends && !cancellationToken.IsCancellationRequested)
            {
            }
        }
    }

    private async Task<HttpRequestMessage> NextAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (message == Message.TheSame)
        {
            return request;
        }

        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync(cancellationToken));
            copy.Content.Headers.ContentType = content.Headers.ContentType;
        }

        if (message == Message.ACopy)
        {
            foreach (var (key, value) in request.Options)
            {
                ((IDictionary<string, object?>)copy.Options)[key] = value;
            }
        }

        return copy;
    }
}
