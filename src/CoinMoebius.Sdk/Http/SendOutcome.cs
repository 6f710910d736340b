using System.Runtime.ExceptionServices;

namespace CoinMoebius.Sdk.Http;

/// <summary>The outcome of a send. It can be returned several times, even after the first receiver has disposed the response.</summary>
internal sealed class SendOutcome
{
    private readonly HttpResponseMessage? _response;
    private readonly BufferedContent? _body;
    private readonly Exception? _exception;

    public SendOutcome(HttpResponseMessage response, BufferedContent body) => (_response, _body) = (response, body);

    // The send was canceled, not the call: for a retry this counts as a timeout.
    public SendOutcome(Exception exception) => _exception = exception is OperationCanceledException
        ? new TimeoutException("The send was canceled before a response arrived.", exception)
        : exception;

    /// <summary>True when the send involved another origin.</summary>
    public bool IsForeign => ForeignOriginException.In(_exception) is not null;

    public bool MayRetry(ApiRetry rule) => _response is null ? RetryRules.MayRetry(rule, _exception!) : RetryRules.MayRetry(rule, _response);

    /// <summary>Returns a copy of the response, or throws the exception.</summary>
    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        if (_response is null)
        {
            ExceptionDispatchInfo.Capture(_exception!).Throw();
        }

        var copy = new HttpResponseMessage(_response!.StatusCode)
        {
            Content = _body!.Copy(),
            ReasonPhrase = _response.ReasonPhrase,
            RequestMessage = request,
            Version = _response.Version,
        };
        foreach (var header in _response.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return copy;
    }
}
