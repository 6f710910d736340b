using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>Tells a browser where a payment stands.</summary>
internal sealed class PaymentStatusEndpoint(
    IPaymentStatusSource source, IOptionsMonitor<PaymentStatusEndpointOptions> options, ILogger<PaymentStatusEndpoint> logger)
{
    public const string IdParameter = "paymentId";

    // An outage or a spent budget passes in seconds.
    private const string RetryAfterSeconds = "5";

    public async Task InvokeAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        var ids = context.Request.Query[IdParameter];
        if (ids.Count != 1 || string.IsNullOrWhiteSpace(ids[0]))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        PaymentStatusReport? report;
        try
        {
            report = await source.FindAsync(ids[0]!, context.RequestAborted).ConfigureAwait(false);
        }
        catch (CoinMoebiusException exception)
        {
            WebhookEndpointLog.StatusUnavailable(logger, exception.Message);
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = RetryAfterSeconds;
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        if (report is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var answer = PaymentStatusAnswer.Create(report, options.CurrentValue.MetadataKeys);
        await response.WriteAsJsonAsync(
            answer, PaymentStatusAnswerJson.Default.PaymentStatusAnswer, contentType: null, context.RequestAborted).ConfigureAwait(false);
    }
}
