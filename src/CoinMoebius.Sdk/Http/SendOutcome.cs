using System.Runtime.ExceptionServices;

namespace CoinMoebius.Sdk.Http;

/// <summary>What became of a send. Can be given back again, also after whoever got it first has disposed of it.</summary>
internal sealed class SendOutcome
{
    private readonly HttpResponseMessage? _response;
    private readonly BufferedContent? _body;
    private readonly Exception? _exception;

    public SendOutcome(HttpResponseMessage response, BufferedContent body) => (_response, _body) = (response, body);

    // Cancelled is the send, not the call: for whoever asks again no answer came in time.
    public SendOutcome(Exception exception) => _exception = exception is OperationCanceledException
        ? new TimeoutException("A send was given up before its answer came.", exception)
        : exception;

    /// <summary>True when another origin was met.</summary>
    public bool IsForeign => ForeignOriginException.In(_exception) is not null;

    public bool MayRetry(ApiRetry rule) => _response is null ? RetryRules.MayRetry(rule, _exception!) : RetryRules.MayRetry(rule, _response);

    /// <summary>The answer once more, or the exception.</summary>
    public HttpResponseMessage GiveBack(HttpRequestMessage request)
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
