using CoinMoebius.Sdk.Mobbex;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex.Support;

/// <summary>The least that can be sent.</summary>
internal static class Requests
{
    public static MobbexCustomer Customer() => new() { Name = "Ana", Email = "ana@example.com", Identification = "12123123" };

    public static MobbexCheckoutRequest Checkout() =>
        new() { Total = 100.53m, Description = "Order 42", Reference = "order-42", Customer = Customer() };

    public static MobbexSubscriptionRequest Subscription() => new()
    {
        Total = 1000m,
        Currency = "ARS",
        Name = "Plan",
        Description = "A plan",
        Type = MobbexSubscriptionTypes.Manual,
        Interval = MobbexIntervals.Month,
    };

    public static MobbexSubscriberRequest Subscriber() =>
        new() { Customer = Customer(), Reference = "sub-1", StartDate = new() { Day = 4, Month = 2 } };
}

/// <summary>The least that Mobbex answers.</summary>
internal static class Answers
{
    public const string Checkout =
        """{"result":true,"data":{"id":"CHK:AAAAAAAAAAAAAAAAAA","url":"https://mobbex.com/p/checkout/v2/CHK:AAAAAAAAAAAAAAAAAA","description":"Order 42","currency":"ARS","total":100.53,"created":1767614400000}}""";
}
