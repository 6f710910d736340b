using CoinMoebius.Sdk.Mobbex;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexReturnTests
{
    [TestCase("https://shop.example/return?order=7&status=200&type=card&transactionId=PAY1#top", 200, "card", "PAY1", true, false)]
    [TestCase("/return?status=2&type=cash&transactionId=PAY%2F1", 2, "cash", "PAY/1", false, false)]
    [TestCase("https://shop.example/return?status=0&type=none&transactionId=-1", 0, "none", null, false, true)]
    [TestCase("https://shop.example/return?status=401", 401, null, null, false, false)]
    [TestCase("https://shop.example/return?status=undefined&transactionId=", null, null, null, false, false)]
    [TestCase("https://shop.example/return?status=400&status=200", 400, null, null, false, false)]
    [TestCase("https://shop.example/return?Status=200", null, null, null, false, false)]
    [TestCase("https://shop.example/return", null, null, null, false, false)]
    [TestCase("https://shop.example/return#?status=200", null, null, null, false, false)]
    public void The_address_is_read(string url, int? status, string? type, string? transactionId, bool claimsPaid, bool claimsCanceled)
    {
        var read = MobbexReturn.Parse(new Uri(url, UriKind.RelativeOrAbsolute));

        read.ClaimedStatus?.Value.Should().Be(status);
        read.ClaimedStatus.HasValue.Should().Be(status.HasValue);
        read.ClaimedType.Should().Be(type);
        read.ClaimedTransactionId.Should().Be(transactionId);
        read.ClaimsPaid.Should().Be(claimsPaid);
        read.ClaimsCanceled.Should().Be(claimsCanceled);
    }

    [TestCase("?status=200&type=card")]
    [TestCase("status=200&type=card")]
    [TestCase("&&status=200&=&x&type=card&%zz=%zz")]
    public void A_query_is_read_with_or_without_its_mark(string query)
    {
        var read = MobbexReturn.Parse(query);

        read.ClaimedStatus.Should().Be(MobbexStatusCode.Paid);
        read.ClaimedType.Should().Be("card");
    }
}
