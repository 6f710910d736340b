using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class PaymentLookupRegistrationTests
{
    [Test]
    public async Task Every_client_that_can_look_payments_up_is_asked_about_those_of_its_account()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebius(options => (options.ApiKey, options.ProjectId) = ("k", "p"));
        services.AddInqudClient("eu", options => (options.TokenId, options.TokenSecret) = ("TKN-1", "s"));
        services.AddCoinflowClient(options => (options.ApiKey, options.MerchantId) = ("k", "m"));
        services.AddMobbexClient("ar", options => (options.ApiKey, options.AccessToken) = ("k", "t"));
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var lookups = provider.GetServices<IPaymentLookup>().ToArray();

        lookups.Should().HaveCount(4);
        string[] Serving(PaymentRecord payment) => [.. lookups.Where(lookup => lookup.Serves(payment)).Select(lookup => lookup.GetType().Name)];
        Serving(Payment("stripe", "", "tx_1")).Should().Equal("TransactionLookup");
        Serving(Payment("stripe", "", null)).Should().BeEmpty();
        Serving(Payment("inqud", "eu", null)).Should().Equal("InqudPaymentLookup");
        Serving(Payment("inqud", "", null)).Should().BeEmpty();
        Serving(Payment("coinflow", "", null)).Should().Equal("CoinflowPaymentLookup");
        Serving(Payment("mobbex", "ar", null)).Should().Equal("OperationLookup");
    }

    [Test]
    public void A_client_that_is_registered_twice_is_asked_once()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebius(options => (options.ApiKey, options.ProjectId) = ("k", "p"));
        services.AddCoinMoebius(options => options.MaxRetries = 0);
        services.AddCoinMoebius("eu", options => (options.ApiKey, options.ProjectId) = ("k", "p"));
        using var provider = services.BuildServiceProvider();

        provider.GetServices<IPaymentLookup>().Should().HaveCount(2);
    }

    private static PaymentRecord Payment(string provider, string account, string? transactionId) => new()
    {
        Provider = new(provider),
        Account = account,
        PaymentId = "CCO-1",
        TransactionId = transactionId,
        Status = PaymentStatus.Pending,
        LastEventId = "",
        CreatedAt = default,
        UpdatedAt = default,
    };
}
