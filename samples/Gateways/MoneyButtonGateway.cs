using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.MoneyButton;
using CoinMoebius.Sdk.Testing;

namespace Gateways;

/// <summary>
/// Money Button has stopped. What is left is the audit of what a merchant stored: is the webhook genuine, did it pay the merchant, and is
/// the transaction the one it names?
/// </summary>
public sealed class MoneyButtonGateway : IGateway
{
    public string Name => "Money Button";

    public string Section => "MoneyButton";

    public Task<GatewaySimulator?> SimulateAsync(WebApplicationBuilder builder) => Task.FromResult<GatewaySimulator?>(null);

    public void Connect(WebApplicationBuilder builder, IConfiguration section) =>
        throw new NotSupportedException("Money Button has stopped, there is nobody to connect to. Remove the section MoneyButton.");

    public async Task RunAsync(GatewayRun run, CancellationToken cancellationToken)
    {
        run.Journal.Against = "stored webhook";
        var stored = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "moneybutton-webhook.json"), cancellationToken);

        var options = new MoneyButtonWebhookOptions();
        options.Secrets.Add("a-secret-that-was-valid-in-2019");
        var verification = await new MoneyButtonWebhookVerifier(options).VerifyAsync(new(stored, _ => default), cancellationToken);
        var verified = (PaymentEvent)verification.EnsureVerified();
        run.Journal.Created(verified.PaymentId, verified.Amount ?? 0, verified.Currency ?? "");
        run.Journal.Paid("the stored webhook carries the app's secret");
        run.Journal.Saw(verified.EventType);

        var payment = MoneyButtonNotification.Read(verified).Payment;
        var check = new MoneyButtonExpectation { UserId = "5", Amount = 1.00m, Currency = "USD" }.Check(payment);
        var transaction = MoneyButtonTransaction.CheckTxId(payment);
        run.Journal.Ended(verified.PaymentId);
        run.Journal.Heard([verified.Status.Value]);
        run.Journal.Audited($"{check.Finding}, txid {transaction}");
        if (!check.PaysMerchant || transaction != MoneyButtonTxIdFinding.Matches)
        {
            run.Journal.Failed($"The stored payment does not hold: {check.Finding}, txid {transaction}.");
        }
    }
}
