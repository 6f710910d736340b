using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing.Tests.Support;

/// <summary>The smallest gateway: it opens, shows, authorizes and refunds payments.</summary>
public sealed class TinyGateway(TinyGatewayOptions options) : GatewaySimulator(options)
{
    internal override string ApiPath => "api/";

    public static Task<TinyGateway> StartAsync(TinyGatewayOptions options, CancellationToken cancellationToken) =>
        ListenAsync(new TinyGateway(options), cancellationToken);

    internal override void MapApi(SimulatorRoutes routes)
    {
        routes.Post("/api/payments", async context =>
        {
            if (await RequestBody.ReadAsync(context) is not { } body || !RequestBody.TryParse(body, out var order))
            {
                await ApiResponse.WriteAsync(context, new JsonObject { ["problem"] = "unreadable" }, StatusCodes.Status400BadRequest);
                return;
            }

            var opened = Open(new()
            {
                Id = "T:" + Stage.Ids.Uuid(),
                PaymentId = FindRail(Provider)!.Signer!.CreatePaymentId(Stage.Ids.Number()),
                Title = order.GetProperty("title").GetString()!,
                Price = order.GetProperty("price").GetDecimal(),
                Currency = "EUR",
                Reference = order.GetProperty("reference").GetString(),
                WebhookUrl = order.TryGetProperty("webhook", out var webhook) ? new Uri(webhook.GetString()!) : null,
                ReturnUrl = new Uri("https://shop.example/done"),
                IsTest = false,
                Request = order,
            });
            await ApiResponse.WriteAsync(context, new JsonObject { ["id"] = opened.Id, ["page"] = routes.Urls.PayUrl(context, opened) });
        });
        routes.Get("/api/payments/{id}", context => ApiResponse.WriteAsync(context, JsonValue.Create(Find(context)!.Status.Value)));
        routes.Put("/api/payments/{id}/authorize", context => TakeAsync(context, now => now with { State = "authorized" }));
        routes.Patch("/api/payments/{id}/hide", context => TakeAsync(context, now => now with { State = "hidden" }));
        routes.Delete("/api/payments/{id}", context => TakeAsync(context, now => Transitions.Refund(now, null)));
    }

    internal override byte[]? CreateWebhook(IWebhookSigner signer, SimulatorTransaction transaction, TestPayment payment) =>
        transaction.State switch
        {
            "authorized" when payment.Status == PaymentStatus.Pending => Encoding.UTF8.GetBytes("authorized " + payment.Reference),
            "hidden" => null,
            _ => base.CreateWebhook(signer, transaction, payment),
        };

    private SimulatorTransaction? Find(HttpContext context) => Stage.Find((string)context.GetRouteValue("id")!);

    private async Task TakeAsync(HttpContext context, Func<SimulatorTransaction, SimulatorTransaction> step)
    {
        try
        {
            var (now, sent) = Stage.Begin((string)context.GetRouteValue("id")!, step);
            await sent;
            await ApiResponse.WriteAsync(context, new JsonObject { ["refunded"] = now.Refunded.ToString(CultureInfo.InvariantCulture) });
        }
        catch (KeyNotFoundException)
        {
            await ApiResponse.WriteAsync(context, new JsonObject { ["problem"] = "unknown" }, StatusCodes.Status404NotFound);
        }
        catch (InvalidOperationException exception)
        {
            await ApiResponse.WriteAsync(context, new JsonObject { ["problem"] = exception.Message }, StatusCodes.Status409Conflict);
        }
    }
}

public sealed class TinyGatewayOptions : GatewaySimulatorOptions
{
    /// <summary>A proof that the signer puts into the URL's query.</summary>
    public string? Proof { get; init; }

    internal override IWebhookSigner CreateSigner()
    {
        var plain = new PlainSigner(PaymentProvider.Mobbex) { Statuses = [PaymentStatus.Succeeded, PaymentStatus.Refunded] };
        return Proof is null ? plain : new ProofSigner(plain, Proof);
    }

    private sealed class ProofSigner(IWebhookSigner inner, string proof) : IWebhookSigner
    {
        public PaymentProvider Provider => inner.Provider;

        public IReadOnlyCollection<PaymentStatus> Statuses => inner.Statuses;

        public string CreatePaymentId(long number) => inner.CreatePaymentId(number);

        public byte[] CreateBody(TestPayment payment) => inner.CreateBody(payment);

        public SignedWebhook Sign(ReadOnlyMemory<byte> body) =>
            inner.Sign(body) with { Query = new Dictionary<string, string> { ["proof"] = proof } };
    }
}
