namespace CoinMoebius.Sdk.Http;

/// <summary>
/// The last handler before the one that sends. Every send of a call passes here, including those of other handlers: one that the call's
/// rule does not allow is not sent and gets the outcome of the last one. Requests without a call pass through.
/// </summary>
/// <param name="hasNeighbours">True when there may be other handlers above.</param>
/// <param name="mayRedirect">True when the handler below may follow redirects.</param>
internal sealed class WireHandler(bool hasNeighbours = false, bool mayRedirect = false) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CallState.Of(request) is not { } state)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (await state.Sends.BeginAsync(cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known.ToResponse(request);
        }

        try
        {
            Prepare(request, state);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await BufferedContent.ReplaceAsync(response, hasNeighbours, cancellationToken).ConfigureAwait(false);
            state.Sends.End(new SendOutcome(response, body));
            return response;
        }
        catch (Exception exception)
        {
            state.Sends.End(new SendOutcome(exception));
            throw;
        }
    }

    private void Prepare(HttpRequestMessage request, CallState state)
    {
        if (!Origin.IsSame(request.RequestUri, state.Options.BaseAddress))
        {
            state.RemoveOwnHeaders(request);
            return;
        }

        // The first send has fresh credentials; a signature is valid for one send.
        if (state.Sends.Count > 1)
        {
            state.Authenticate(request);
        }

        if (mayRedirect)
        {
            OriginBound.Bind(request);
        }
    }
}
