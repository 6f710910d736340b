using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Client.Transactions;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Transactions;

public sealed class TransactionLookupTests
{
    private static readonly PaymentRecord Expected = new()
    {
        Provider = PaymentProvider.Stripe,
        PaymentId = "tx_1",
        TransactionId = "tx_1",
        Status = PaymentStatus.Pending,
        Reference = "order-1",
        LastEventId = "",
        CreatedAt = default,
        UpdatedAt = default,
    };

    [Test]
    public void It_serves_the_transactions_of_its_account_whoever_carries_them()
    {
        var lookup = new TransactionLookup(new StubApi().Client, "eu");

        lookup.Serves(Expected with { Account = "eu" }).Should().BeTrue();
        lookup.Serves(Expected with { Account = "eu", Provider = PaymentProvider.Monero }).Should().BeTrue();
        lookup.Serves(Expected).Should().BeFalse();
        lookup.Serves(Expected with { Account = "eu", TransactionId = null }).Should().BeFalse();
    }

    [Test]
    public async Task A_payment_that_was_made_is_told_as_the_API_tells_it()
    {
        var api = new StubApi().Answer(
            """
            {"id":"tx_1","status":"success","amount":19.99,"currency":"usd","isTest":false,"updatedAt":"2026-05-14T01:05:00Z",
             "metadata":{"orderId":"42","customerRef":"user_42","transactionId":"tx_other"},"new":[1]}
            """);

        var told = (await new TransactionLookup(api.Client, "").FindAsync(Expected))!;

        api.Calls.Single().Url.AbsolutePath.Should().Be("/status/proj_1/tx_1");
        told.Should().BeEquivalentTo(new
        {
            Provider = PaymentProvider.Stripe,
            EventType = ReconciledEvent.EventType,
            PaymentId = "tx_1",
            Status = PaymentStatus.Succeeded,
            Amount = 19.99m,
            Currency = "USD",
            Reference = "order-1",
            CustomerRef = "user_42",
            IsTest = false,
            OccurredAt = new DateTimeOffset(2026, 5, 14, 1, 5, 0, TimeSpan.Zero),
            Metadata = new Dictionary<string, string> { ["orderId"] = "42", ["customerRef"] = "user_42", ["transactionId"] = "tx_1" },
        });
        using var body = JsonDocument.Parse(told.RawBody);
        body.RootElement.GetProperty("new")[0].GetInt32().Should().Be(1);
        body.RootElement.GetProperty("status").GetString().Should().Be("succeeded");
        (await new TransactionLookup(api.Client, "").FindAsync(Expected))!.EventId.Should().Be(told.EventId);
    }

    [TestCase("pending")]
    [TestCase("active", Description = "the state of a subscription")]
    [TestCase("completed", Description = "a word that is not known")]
    public async Task What_is_not_known_to_be_final_is_no_news(string status)
    {
        var api = new StubApi().Answer(StubApi.Status(status));

        (await new TransactionLookup(api.Client, "").FindAsync(Expected)).Should().BeNull();
    }

    [Test]
    public async Task A_transaction_that_nobody_knows_is_no_news()
    {
        var api = new StubApi().Answer(() => StubApi.Json(HttpStatusCode.NotFound, "{}"));

        (await new TransactionLookup(api.Client, "").FindAsync(Expected)).Should().BeNull();
    }

    [Test]
    public async Task A_refusal_is_thrown_with_the_time_to_wait()
    {
        var api = new StubApi(options => options.MaxRetries = 0).Answer(() => StubApi.Json(HttpStatusCode.TooManyRequests, "{}", retryAfter: "90"));

        (await new TransactionLookup(api.Client, "").Awaiting(lookup => lookup.FindAsync(Expected)).Should().ThrowAsync<CoinMoebiusRateLimitException>())
            .Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(90));
    }
}
