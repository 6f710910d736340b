using System.Text.Json;

namespace CoinMoebius.Sdk.Http;

/// <summary>Sends a request and gives back its body, or throws one of the SDK's exceptions.</summary>
internal sealed class ApiTransport(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, TimeProvider timeProvider)
{
    /// <summary>Sends, and reads the JSON body of a success with <paramref name="read"/>.</summary>
    public async Task<T> SendAsync<T, TArgument>(
        CallState state, Func<ReadOnlyMemory<byte>, TArgument, T> read, TArgument argument, CancellationToken cancellationToken)
    {
        var dialect = state.Options.Dialect;
        using var request = ApiRequest.Create(state);
        using var response = await SendAsync(request, dialect, cancellationToken).ConfigureAwait(false);
        var body = response.Content is BufferedContent buffered
            ? buffered.Bytes
            : (await BufferedContent.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false)).Bytes;
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
            throw ApiErrors.FromBody(dialect, response, body, "is not the JSON that is due");
        }
    }

    /// <summary>For a body that is read as a document.</summary>
    public static T ReadDocument<T, TArgument>(ReadOnlyMemory<byte> body, Func<JsonElement, TArgument, T> read, TArgument argument)
    {
        using var document = JsonDocument.Parse(body);
        return read(document.RootElement, argument);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, ApiDialect dialect, CancellationToken cancellationToken)
    {
        try
        {
            return await send(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            throw new CoinMoebiusTransportException(
                $"The {dialect.Name} API did not answer in time.", exception as TimeoutException ?? new TimeoutException(exception.Message, exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new CoinMoebiusTransportException($"The {dialect.Name} API could not be reached: {exception.Message}", exception);
        }
    }
}
