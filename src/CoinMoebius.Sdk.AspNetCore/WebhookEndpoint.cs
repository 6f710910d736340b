using System.Globalization;
using System.Text;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>Takes one delivery from the wire to the pipeline and responds. docs/webhooks.md has the table of responses.</summary>
internal sealed class WebhookEndpoint(
    IWebhookVerifiers verifiers, IWebhookPipeline pipeline, IOptionsMonitor<WebhookEndpointOptions> options, ILogger<WebhookEndpoint> logger)
{
    public const string ProviderParameter = "provider";
    public const string AccountParameter = "account";

    /// <summary>The text of every refusal; it gives an attacker no hint of the reason.</summary>
    public const string RefusalText = "The webhook was not verified.";

    private static readonly byte[] RefusalBody = Encoding.UTF8.GetBytes(RefusalText);

    public async Task InvokeAsync(HttpContext context)
    {
        var provider = new PaymentProvider(context.GetRouteValue(ProviderParameter) as string ?? "");
        var account = context.GetRouteValue(AccountParameter) as string ?? "";
        var verifier = verifiers.Find(provider, account);
        if (verifier is null)
        {
            WebhookEndpointLog.UnknownProvider(logger);
            await FinalAnswer.SendAsync(context, StatusCodes.Status404NotFound).ConfigureAwait(false);
            return;
        }

        int status;
        try
        {
            status = await ReceiveAsync(context, verifier, provider, account).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Otherwise an error page would respond for this endpoint, possibly without an error status.
            WebhookEndpointLog.EndpointFailed(logger, provider, exception);
            status = StatusCodes.Status500InternalServerError;
        }

        await AnswerAsync(context, status).ConfigureAwait(false);
    }

    /// <summary>Reads, verifies and processes the delivery.</summary>
    /// <returns>The status code of the response.</returns>
    private async Task<int> ReceiveAsync(HttpContext context, IWebhookVerifier verifier, PaymentProvider provider, string account)
    {
        if (!WebhookMediaType.IsAccepted(context.Request, verifier))
        {
            WebhookEndpointLog.UnsupportedMediaType(logger, provider);
            return StatusCodes.Status415UnsupportedMediaType;
        }

        try
        {
            var limit = LimitOf(verifier);
            if (!WebhookBody.TryLimit(context, limit))
            {
                return TooLarge(provider, limit);
            }

            var (body, wasRead) = await WebhookBody.ReadAsync(context.Request, limit, context.RequestAborted).ConfigureAwait(false);
            return body is null
                ? TooLarge(provider, limit)
                : await VerifyAsync(context, verifier, provider, account, body.Value, wasRead).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(provider, LimitOf(verifier));
        }
        catch (OptionsValidationException exception)
        {
            return LogFailure(context, provider, exception);
        }
        catch (IOException exception)
        {
            // The connection broke, or the body was cut off or came too slowly.
            WebhookEndpointLog.Aborted(logger, provider);
            return (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status499ClientClosedRequest;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return LogEnd(context, provider);
        }
    }

    private int LogEnd(HttpContext context, PaymentProvider provider)
    {
        if (RequestEnd.SenderHasGone(context))
        {
            WebhookEndpointLog.Aborted(logger, provider);
            return StatusCodes.Status499ClientClosedRequest;
        }

        WebhookEndpointLog.TimedOut(logger, provider);
        return StatusCodes.Status503ServiceUnavailable;
    }

    // A verifier may set a lower limit for its provider; the endpoint's own limit applies to all.
    private long LimitOf(IWebhookVerifier verifier) =>
        Math.Min(options.CurrentValue.MaxBodySize, (verifier as IWebhookBodyLimit)?.MaxBodySize ?? long.MaxValue);

    private int TooLarge(PaymentProvider provider, long limit)
    {
        WebhookEndpointLog.TooLarge(logger, provider, limit);
        return StatusCodes.Status413PayloadTooLarge;
    }

    private async Task<int> VerifyAsync(
        HttpContext context, IWebhookVerifier verifier, PaymentProvider provider, string account, ReadOnlyMemory<byte> body, bool wasRead)
    {
        var measured = WebhookTelemetry.StartVerifying(provider);
        WebhookVerification verification;
        try
        {
            verification = await verifier.VerifyAsync(ToRequest(context.Request, body), context.RequestAborted).ConfigureAwait(false);
            WebhookTelemetry.Verified(measured, verification.Verdict);
        }
        catch (Exception exception)
        {
            WebhookTelemetry.VerifyFailed(measured);
            return LogFailure(context, provider, exception);
        }

        if (!verification.IsVerified)
        {
            if (logger.IsEnabled(LogLevel.Warning))
            {
                WebhookEndpointLog.Rejected(
                    logger, provider, verification.Verdict, RefusalFacts.Describe(context.Request, verifier, verification.Verdict, body.Length, wasRead));
            }

            return StatusCodes.Status400BadRequest;
        }

        WebhookEndpointLog.LogRefusal(logger, verification.Event);
        var disposition = await ProcessAsync(context, new(verification.Event, account)).ConfigureAwait(false);
        WebhookTelemetry.ProcessedAs(provider, disposition);
        WebhookEndpointLog.Verified(logger, provider, verification.Event.EventType, verification.Event.EventId, disposition);

        if (RequestEnd.SenderHasGone(context))
        {
            // Processed, but the sender is gone and gets no response. Its next delivery of the event is a duplicate.
            return LogEnd(context, provider);
        }

        return disposition switch
        {
            WebhookDisposition.Accepted or WebhookDisposition.Duplicate => StatusCodes.Status200OK,
            WebhookDisposition.Replayed => StatusCodes.Status400BadRequest,
            WebhookDisposition.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
    }

    // A host that forms no valid address is no failure here: only verifiers that sign the address read it.
    private static WebhookRequest ToRequest(HttpRequest request, ReadOnlyMemory<byte> body) => new(
        body, name => request.Headers[name], () => Uri.TryCreate(request.GetEncodedUrl(), UriKind.Absolute, out var url) ? url : null);

    private int LogFailure(HttpContext context, PaymentProvider provider, Exception exception)
    {
        switch (exception)
        {
            case OperationCanceledException when context.RequestAborted.IsCancellationRequested:
                return LogEnd(context, provider);
            case WebhookVerificationUnavailableException:
                WebhookEndpointLog.VerificationUnavailable(logger, provider, exception);
                return StatusCodes.Status503ServiceUnavailable;
            case OptionsValidationException:
                WebhookEndpointLog.Misconfigured(logger, provider, exception);
                return StatusCodes.Status500InternalServerError;
            default:
                WebhookEndpointLog.VerifierFailed(logger, provider, exception);
                return StatusCodes.Status500InternalServerError;
        }
    }

    private async ValueTask<WebhookDisposition> ProcessAsync(HttpContext context, WebhookDelivery delivery)
    {
        try
        {
            return await pipeline.ProcessAsync(delivery, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            WebhookEndpointLog.PipelineFailed(logger, delivery.Event.Provider, delivery.Event.EventId, exception);
            return WebhookDisposition.Unavailable;
        }
    }

    private Task AnswerAsync(HttpContext context, int status)
    {
        switch (status)
        {
            case StatusCodes.Status400BadRequest:
                return FinalAnswer.SendAsync(context, status, RefusalBody, "text/plain; charset=utf-8");
            case StatusCodes.Status503ServiceUnavailable:
                var seconds = (long)Math.Ceiling(options.CurrentValue.RetryAfter.TotalSeconds);
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                break;
        }

        return FinalAnswer.SendAsync(context, status);
    }
}
