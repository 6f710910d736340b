using System.Globalization;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Providers.Monero;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Creates the response of a checkout; every provider has its own format.</summary>
internal static class CheckoutResponse
{
    private const decimal PriceOfOneMonero = 160m;
    private const string MailingAddress = "Simulated Merchant, PO Box 1, Springfield";

    private static readonly TimeSpan MoneroLifetime = TimeSpan.FromHours(1);

    public static JsonObject Create(CoinMoebiusSimulator simulator, SimulatorTransaction transaction, string baseUrl) =>
        transaction.Provider.Value switch
        {
            PaymentProvider.Values.Stripe => new() { ["url"] = PayPage(transaction, baseUrl) },
            PaymentProvider.Values.AuthorizeNet => FormPost(simulator, transaction, baseUrl),
            PaymentProvider.Values.Cryptomus => Cryptomus(simulator, transaction),
            PaymentProvider.Values.Monero => Monero(simulator, transaction),
            PaymentProvider.Values.Manual => Manual(simulator, transaction),
            _ => new() { ["url"] = PayPage(transaction, baseUrl), ["paymentId"] = transaction.Id },
        };

    private static string PayPage(SimulatorTransaction transaction, string baseUrl) => $"{baseUrl}/pay/{transaction.Id}";

    private static JsonObject FormPost(CoinMoebiusSimulator simulator, SimulatorTransaction transaction, string baseUrl)
    {
        var token = simulator.Stage.Ids.Token();
        simulator.Tokens.Add(token, transaction.Id);
        return new() { ["url"] = $"{baseUrl}/pay", ["token"] = token, ["paymentId"] = transaction.Id };
    }

    private static JsonObject Cryptomus(CoinMoebiusSimulator simulator, SimulatorTransaction transaction) => new()
    {
        ["uuid"] = transaction.ProviderPaymentId,
        ["address"] = simulator.Stage.Ids.CoinAddress(),
        ["amount"] = transaction.Price.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject Monero(CoinMoebiusSimulator simulator, SimulatorTransaction transaction)
    {
        var address = simulator.Stage.Ids.MoneroAddress();
        var amount = MoneroAmount.Ceiling(transaction.Price / PriceOfOneMonero);

        // The API computes in JavaScript: only the atomic amount can be paid, and the link has the digits of the other.
        var inJavaScript = (double)transaction.Price / (double)PriceOfOneMonero;
        return new()
        {
            // The indexer's webhook contains neither metadata nor a reference: only its own payment id identifies the payment.
            ["paymentId"] = transaction.ProviderPaymentId,
            ["address"] = address,
            ["addressIndex"] = simulator.Stage.Ids.Number(),
            ["atomicAmount"] = amount.AtomicUnits.ToString(CultureInfo.InvariantCulture),
            ["xmrAmount"] = inJavaScript,
            ["uri"] = $"monero:{address}?tx_amount={AsJavaScriptPrints(inJavaScript)}",
            ["expiresAt"] = (transaction.CreatedAt + MoneroLifetime).ToUnixTimeMilliseconds(),
        };
    }

    private static string AsJavaScriptPrints(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (number >= 1e-6)
        {
            return decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        }

        var exponent = shortest.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? shortest : $"{shortest[..exponent]}e{int.Parse(shortest[(exponent + 1)..], CultureInfo.InvariantCulture)}";
    }

    private static JsonObject Manual(CoinMoebiusSimulator simulator, SimulatorTransaction transaction)
    {
        var code = simulator.Stage.Ids.ReferenceCode();
        return new()
        {
            ["txId"] = transaction.Id,
            ["referenceCode"] = code,
            ["mailingAddress"] = MailingAddress,
            ["expectedAmount"] = transaction.Price,
            ["expectedCurrency"] = transaction.Currency,
            ["instructions"] = $"Simulated: no money moves. Write {code} on the envelope and post it to the address above.",
        };
    }
}
