using System.Text.Json;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>Returns the status of a payment to a browser.</summary>
internal sealed class PaymentStatusEndpoint(
    IPaymentStatusSource source, IOptionsMonitor<PaymentStatusEndpointOptions> options, ILogger<PaymentStatusEndpoint> logger)
{
    public const string IdParameter = "paymentId";

    // An outage or an exhausted polling budget passes in seconds.
    private const string RetryAfterSeconds = "5";

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (status, body) = await AnswerAsync(context).ConfigureAwait(false);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        await FinalAnswer.SendAsync(context, status, body, body.Length == 0 ? null : "application/json; charset=utf-8").ConfigureAwait(false);
    }

    private async Task<(int Status, byte[] Body)> AnswerAsync(HttpContext context)
    {
        var ids = context.Request.Query[IdParameter];
        if (ids.Count != 1 || string.IsNullOrWhiteSpace(ids[0]))
        {
            return (StatusCodes.Status400BadRequest, []);
        }

        try
        {
            var report = await source.FindAsync(ids[0]!, context.RequestAborted).ConfigureAwait(false);
            return report is null ? (StatusCodes.Status404NotFound, []) : (StatusCodes.Status200OK, Write(report));
        }
        catch (CoinMoebiusException exception)
        {
            WebhookEndpointLog.StatusUnavailable(logger, exception.Message);
            return (StatusCodes.Status503ServiceUnavailable, []);
        }
        catch (OperationCanceledException) when (RequestEnd.SenderHasGone(context))
        {
            return (StatusCodes.Status499ClientClosedRequest, []);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            WebhookEndpointLog.StatusUnavailable(logger, "a time limit of the host ended the request.");
            return (StatusCodes.Status503ServiceUnavailable, []);
        }
        catch (Exception exception)
        {
            // The application's own source failed. An error page would not be JSON, and may not even have an error status.
            WebhookEndpointLog.StatusFailed(logger, exception);
            return (StatusCodes.Status500InternalServerError, []);
        }
    }

    private byte[] Write(PaymentStatusReport report) => JsonSerializer.SerializeToUtf8Bytes(
        PaymentStatusAnswer.Create(report, options.CurrentValue.MetadataKeys), PaymentStatusAnswerJson.Default.PaymentStatusAnswer);
}
