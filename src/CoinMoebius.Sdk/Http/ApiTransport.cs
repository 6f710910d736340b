using System.Text.Json;
using Polly.Timeout;

namespace CoinMoebius.Sdk.Http;

/// <summary>Sends a request and returns the parsed body, or throws one of the SDK's exceptions.</summary>
internal sealed class ApiTransport(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, TimeProvider timeProvider)
{
    /// <summary>Sends the request and reads the JSON body of a success with <paramref name="read"/>.</summary>
    public async Task<T> SendAsync<T, TArgument>(
        CallState state, Func<ReadOnlyMemory<byte>, TArgument, T> read, TArgument argument, CancellationToken cancellationToken)
    {
        var dialect = state.Options.Dialect;
        using var request = ApiRequest.Create(state);
        using var response = await SendAsync(request, state, cancellationToken).ConfigureAwait(false);
        var body = ((BufferedContent)response.Content).Bytes;
        if (!response.IsSuccessStatusCode
            || (state.Call.ExpectedStatus is { } expected && response.StatusCode != expected)
            || dialect.IsFailure?.Invoke(body) is true)
        {
            throw ApiErrors.FromAnswer(dialect, response, body, timeProvider);
        }

        try
        {
            return read(body, argument);
        }
        catch (AnswerException exception)
        {
            throw ApiErrors.FromBody(dialect, response, body, exception.Message);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw ApiErrors.FromBody(dialect, response, body, "is not the expected JSON");
        }
    }

    /// <summary>Reads a body as a JSON document.</summary>
    public static T ReadDocument<T, TArgument>(ReadOnlyMemory<byte> body, Func<JsonElement, TArgument, T> read, TArgument argument)
    {
        using var document = JsonDocument.Parse(body);
        return read(document.RootElement, argument);
    }

    /// <summary>Returns the response with a buffered body. Any exception of a handler leaves as an exception of the SDK.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CallState state, CancellationToken cancellationToken)
    {
        state.Clock = timeProvider;
        state.Enter();
        try
        {
            var response = await send(request, cancellationToken).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } answered && !Origin.IsSame(answered, state.Options.BaseAddress))
            {
                response.Dispose();
                throw ForeignOriginException.Answered(answered, state.Options.BaseAddress);
            }

            await BufferedContent.ReplaceAsync(response, keepHeaders: false, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (ForeignOriginException.In(exception) is { } foreign)
        {
            throw Failure(state, $"redirects. {foreign.Message}", exception);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException or TimeoutRejectedException)
        {
            throw Failure(state, "did not answer in time.", exception as TimeoutException ?? new TimeoutException(exception.Message, exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SentAgainException)
        {
            throw Failure(state, $"could not be reached: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is not (CoinMoebiusException or ObjectDisposedException))
        {
            // The message of a foreign exception may hold anything, so the SDK's message omits it.
            throw Failure(state, $"call failed: a handler of the HttpClient threw {exception.GetType().Name}.", exception);
        }
    }

    private static CoinMoebiusTransportException Failure(CallState state, string problem, Exception cause) =>
        new($"The {state.Options.Dialect.Name} API {problem}", cause) { Provider = state.Options.Dialect.Provider };
}
