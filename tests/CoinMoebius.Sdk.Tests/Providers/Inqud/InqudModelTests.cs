using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Tests.Providers.Inqud;

/// <summary>Every object as it stands on the wire, with a member that nobody knows yet.</summary>
public sealed class InqudModelTests
{
    private const string Payment =
        """
        {"id":"PMT-1","paymentId":"PMT-0","orderId":"ORD-1","clientOrderId":"order-42","userId":"USR-1","status":"SUCCESS","orderType":"PAYIN",
        "amount":12.5,"currency":"USDT","timestamp":"2026-01-01T10:00:00Z","newMember":{"a":[1,"x"]}}
        """;

    private const string Request =
        """
        {"id":"CAPD-1","orderId":"ORD-1","clientOrderId":"order-42","currency":"USDT","blockchain":"TRON","status":"CONFLICT","reason":"UNDERPAID",
        "cryptoAcquiringProjectId":"CAP-1","cryptoAcquiringProjectName":"shop","checkoutId":"CCO-1","address":"TNDF",
        "paymentWindowEndsAt":"2026-01-01T10:10:00Z","expiresAt":"2026-01-01T11:00:00Z","createdAt":"2026-01-01T10:00:00Z",
        "lastUpdatedAt":"2026-01-01T10:04:00.5Z","paymentStatus":"SUCCESS","paymentId":"PMT-1","payment":
        """ + Payment +
        """
        ,"txHash":"ab12","requestAmount":100,"requestAmountIn":"USD","requestAmountConverted":99.46291,"convertPair":"USDTUSD","convertRate":1.0054,
        "payAmount":99.46291,"payerPlatformFee":0,"payerFixedPlatformFee":0.1,"payerPercentPlatformFee":5,"merchantPlatformFee":5.07315,
        "merchantFixedPlatformFee":0.1,"merchantPercentPlatformFee":5,"processingAmount":94.38976,"paidAmount":99.46291,"overpaid":true,
        "minLimit":1,"maxLimit":999999,"newMember":null}
        """;

    private const string Checkout =
        """
        {"id":"CCO-1","projectId":"CAP-1","projectName":"shop","merchantDomain":"shop.example","clientOrderId":"order-42","status":"CONFLICT",
        "reason":"UNDERPAID","name":"Order 42","type":"FIXED_PRICE","fixedAmount":{"amount":100,"currency":"USD","newMember":1},
        "suggestedAmounts":[1,2],"cryptoCurrencies":["ETHEREUM_USDT","TRON_USDT"],"cryptoCurrenciesByBlockchain":{"TRON":["USDT"]},
        "cryptoCurrencyDetails":{"TRON_USDT":{"decimals":6}},"estimatedPayAmounts":{"TRON_USDT":99.4},"minLimits":{"TRON_USDT":1.5},
        "maxLimits":{"TRON_USDT":999999},"merchantFixedPlatformFees":{"TRON_USDT":0.1},"merchantPercentPlatformFees":{"TRON_USDT":5},
        "payerFixedPlatformFees":{"TRON_USDT":0},"payerPercentPlatformFees":{"TRON_USDT":0},"request":
        """ + Request +
        """
        ,"returnUrl":"https://shop.example/return","acquiringUrl":"https://paycrypto.inqud.com/checkout/CCO-1",
        "createdAt":"2026-01-01T10:00:00.1234567Z","lastUpdatedAt":"2026-01-01T10:04:00.5Z","expiresAt":"2026-01-01T11:00:00Z","newMember":"x"}
        """;

    private const string Limits = """{"minLimit":1.0067,"maxLimit":999999,"convertRate":1.0054,"convertPair":"USDTUSD","newMember":true}""";

    private const string Address =
        """
        {"id":"UBADR-1","asset":"ETHEREUM_USDT","address":"0xad4a","active":true,"values":{"minLimit":1,"percentFee":0.5,"fixedFee":0.1,
        "networkFeeEstimate":2.25,"newMember":[]},"createdAt":"2026-01-01T10:00:00Z","newMember":{}}
        """;

    [Test]
    public void A_checkout_survives_a_round_trip()
    {
        var checkout = ShouldSurvive(Checkout, InqudJson.Default.InqudCheckout);

        checkout.Status.Should().Be(InqudCheckoutStatus.Conflict);
        checkout.FixedAmount!.Amount.Should().Be(100);
        checkout.CryptoCurrencies.Should().Equal(InqudCoin.EthereumUsdt, InqudCoin.TronUsdt);
        checkout.MinLimits![InqudCoin.TronUsdt].Should().Be(1.5m);
        checkout.AcquiringUrl.Should().Be(new Uri("https://paycrypto.inqud.com/checkout/CCO-1"));
        checkout.Request!.Payment!.AdditionalFields!.Should().ContainKey("newMember");
        checkout.AdditionalFields!.Keys.Should().Equal("newMember");
    }

    [Test]
    public void A_request_survives_a_round_trip()
    {
        var request = ShouldSurvive(Request, InqudJson.Default.InqudRequest);

        (request.PayAmount, request.PaidAmount, request.Overpaid, request.PaymentStatus).Should().Be((99.46291m, 99.46291m, true, InqudPaymentStatus.Success));
        request.AdditionalFields!.Keys.Should().Equal("newMember");
    }

    [Test]
    public void A_payment_survives_a_round_trip() => ShouldSurvive(Payment, InqudJson.Default.InqudPayment).Id.Should().Be("PMT-1");

    [Test]
    public void A_payment_of_the_older_callback_has_its_id_under_another_name() =>
        Read("""{"paymentId":"PMT-9","status":"PENDING"}""", InqudJson.Default.InqudPayment).Id.Should().Be("PMT-9");

    [Test]
    public void Deposit_options_survive_a_round_trip()
    {
        var options = ShouldSurvive(
            $$"""
            {"cryptoCurrencies":["ETHEREUM_USDT","BITCOIN_BTC"],"limits":{"ETHEREUM_USDT":{{Limits}},"BITCOIN_BTC":{"minLimit":1E-7} },
            "minLimits":{"ETHEREUM_USDT":1},"maxLimits":{"ETHEREUM_USDT":999999},
            "amountInOptions":{"ETHEREUM_USDT":{"USD":{{Limits}},"USDT":{"minLimit":1,"maxLimit":999999} } },"newMember":1}
            """,
            InqudJson.Default.InqudDepositOptions);

        options.Limits![InqudCoin.EthereumUsdt].MinLimit.Should().Be(1.0067m);
        options.Limits[InqudCoin.BitcoinBtc].MinLimit.Should().Be(0.0000001m, "exponents are read");
        options.AmountInOptions![InqudCoin.EthereumUsdt]["USDT"].ConvertRate.Should().BeNull();
    }

    [Test]
    public void A_static_bundle_survives_a_round_trip()
    {
        var bundle = ShouldSurvive(
            $$"""
            {"referenceId":"user-7","id":"CASB-1","addresses":[{{Address}}],"addressesByAsset":{"ETHEREUM_USDT":{{Address}} },"deactivatedAddresses":[]}
            """,
            InqudJson.Default.InqudStaticBundle);

        bundle.Addresses!.Single().Values!.NetworkFeeEstimate.Should().Be(2.25m);
        bundle.AddressesByAsset![InqudCoin.EthereumUsdt].Active.Should().BeTrue();
        bundle.AdditionalFields!.Should().ContainKey("deactivatedAddresses");
    }

    [Test]
    public void A_rate_and_a_balance_survive_a_round_trip()
    {
        ShouldSurvive(
            """{"baseAsset":"ETHEREUM_USDT","quoteAsset":"USD","rate":1.0054,"convertRate":1.0054,"convertPair":"USDTUSD","newMember":1}""",
            InqudJson.Default.InqudRate).Rate.Should().Be(1.0054m);
        ShouldSurvive("""{"currency":"BTC","balance":105.82306278,"newMember":1}""", InqudJson.Default.InqudBalance).Balance.Should().Be(105.82306278m);
    }

    [Test]
    public void An_on_ramp_checkout_survives_a_round_trip()
    {
        var checkout = ShouldSurvive(
            """
            {"id":"ORCO-1","orderId":"ORD-1","clientOrderId":"order-42","status":"PENDING","type":"FIXED_PRICE","name":"Order 42",
            "fixedAmount":{"amount":100,"currency":"EUR"},"sourceAmount":100,"sourceCurrency":"EUR","targetAmount":105.2,"targetCurrency":"USDT",
            "onRampUrl":"https://onramp.inqud.com/ORCO-1","returnUrl":"https://shop.example/","deposit":{"a":1},"exchange":{"b":2},
            "transfer":{"c":3},"endUserId":"EU-1","createdAt":"2026-01-01T10:00:00Z","modifiedAt":"2026-01-01T10:00:01Z",
            "expiresAt":"2026-01-01T11:00:00Z","newMember":1}
            """,
            InqudJson.Default.InqudOnRampCheckout);

        checkout.OnRampUrl.Should().Be(new Uri("https://onramp.inqud.com/ORCO-1"));
    }

    [Test]
    public void A_checkout_is_asked_for_in_the_documented_words()
    {
        ShouldSay(
            InqudCheckoutRequest.FixedPrice(100m, "usd") with
            {
                ClientOrderId = "order-42",
                Name = "Order 42",
                ReturnUrl = new("https://shop.example/return?a=1"),
                ExpiresAt = new DateTimeOffset(2026, 1, 1, 12, 0, 0, 500, TimeSpan.FromHours(1)),
                AdditionalFields = new Dictionary<string, JsonElement> { ["cryptoCurrency"] = JsonElement.Parse("\"TRON_USDT\"") },
            },
            InqudJson.Default.InqudCheckoutRequest,
            """
            {"type":"FIXED_PRICE","fixedAmount":{"amount":100,"currency":"USD"},"clientOrderId":"order-42","name":"Order 42",
            "returnUrl":"https://shop.example/return?a=1","expiresAt":"2026-01-01T11:00:00.5Z","cryptoCurrency":"TRON_USDT"}
            """);
        ShouldSay(InqudCheckoutRequest.NoPrice(), InqudJson.Default.InqudCheckoutRequest, """{"type":"NO_PRICE"}""");
        ShouldSay(InqudCheckoutRequest.SuggestedFixedPrice(), InqudJson.Default.InqudCheckoutRequest, """{"type":"SUGGESTED_FIXED_PRICE"}""");
    }

    [Test]
    public void An_on_ramp_checkout_is_asked_for_in_the_documented_words()
    {
        ShouldSay(
            InqudOnRampCheckoutRequest.FixedPrice(9.5m, "EUR") with
            {
                ClientOrderId = "order-42",
                Name = "Order 42",
                ReturnUrl = new("https://shop.example/"),
                ExpiresAt = new DateTimeOffset(2026, 1, 1, 11, 0, 0, TimeSpan.Zero),
                MerchantShareUserData = System.Text.Json.Nodes.JsonNode.Parse("""{"email":"jo@example.com"}"""),
            },
            InqudJson.Default.InqudOnRampCheckoutRequest,
            """
            {"type":"FIXED_PRICE","fixedAmount":{"amount":9.5,"currency":"EUR"},"clientOrderId":"order-42","name":"Order 42",
            "returnUrl":"https://shop.example/","expiresAt":"2026-01-01T11:00:00Z","merchantShareUserData":{"email":"jo@example.com"}}
            """);
        ShouldSay(InqudOnRampCheckoutRequest.NoPrice(), InqudJson.Default.InqudOnRampCheckoutRequest, """{"type":"NO_PRICE"}""");
    }

    [Test]
    public void Requests_and_bundles_are_asked_for_in_the_documented_words()
    {
        ShouldSay(
            new() { CryptoCurrency = InqudCoin.TronUsdt, Amount = 100.50m, AmountIn = "USD", ClientOrderId = "order-42", MethodKey = "CRYPTOCOIN" },
            InqudJson.Default.InqudCoinRequest,
            """{"amount":100.50,"amountIn":"USD","clientOrderId":"order-42","cryptoCurrency":"TRON_USDT","methodKey":"CRYPTOCOIN"}""");
        ShouldSay(new() { CryptoCurrency = new("bitcoin", "btc") }, InqudJson.Default.InqudCoinRequest, """{"cryptoCurrency":"BITCOIN_BTC"}""");
        ShouldSay(
            new() { ReferenceId = "user-7", Assets = [InqudCoin.EthereumUsdt], AllEnabledAssets = false },
            InqudJson.Default.InqudStaticBundleRequest,
            """{"allEnabledAssets":false,"assets":["ETHEREUM_USDT"],"referenceId":"user-7"}""");
    }

    [Test]
    public void Nine_digits_of_a_second_are_read_and_exponents_too()
    {
        var request = Read(
            """{"id":"CAPD-1","createdAt":"2023-12-22T09:59:46.882256224Z","payAmount":1.5E-7,"paidAmount":"2.5e-8","status":"SUCCESS"}""",
            InqudJson.Default.InqudRequest);

        request.CreatedAt!.Value.Should().BeCloseTo(new(2023, 12, 22, 9, 59, 46, 882, 256, TimeSpan.Zero), TimeSpan.FromTicks(10));
        request.PayAmount.Should().Be(0.00000015m);
        request.PaidAmount.Should().Be(0.000000025m);
    }

    [TestCase("5")]
    [TestCase("true")]
    [TestCase("[{}]")]
    [TestCase("{\"a\":[1]}")]
    [TestCase("\"odd\"")]
    public void A_member_of_an_odd_type_hides_no_status(string odd)
    {
        var names = JsonNode.Parse(Checkout)!.AsObject().Select(member => member.Key).Where(name => name is not ("id" or "status"));
        foreach (var name in names)
        {
            Read($$"""{"id":"CCO-1","{{name}}":{{odd}},"status":"SUCCESS"}""", InqudJson.Default.InqudCheckout).Status.IsPaid.Should().BeTrue(name);
        }

        foreach (var name in JsonNode.Parse(Request)!.AsObject().Select(member => member.Key).Where(name => name is not ("id" or "status")))
        {
            Read($$"""{"id":"CAPD-1","{{name}}":{{odd}},"status":"SUCCESS"}""", InqudJson.Default.InqudRequest).Status.IsPaid.Should().BeTrue(name);
        }
    }

    [Test]
    public void A_status_of_an_odd_type_is_none()
    {
        foreach (var odd in new[] { "5", "null", "true", "{}", "[\"SUCCESS\"]" })
        {
            var checkout = Read($$"""{"id":"CCO-1","status":{{odd}},"name":"x"}""", InqudJson.Default.InqudCheckout);

            (checkout.Status.Value, checkout.Status.IsPaid, checkout.Status.IsFinal, checkout.Name).Should().Be(("", false, false, "x"));
        }
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("http://paycrypto.inqud.com/checkout/CCO-1")]
    [TestCase("https://user@paycrypto.inqud.com/")]
    public void An_address_no_browser_should_be_sent_to_is_left_out(string url) =>
        Read($$"""{"id":"CCO-1","acquiringUrl":"{{url}}"}""", InqudJson.Default.InqudCheckout).AcquiringUrl.Should().BeNull();

    [Test]
    public void Models_print_their_names_only()
    {
        Read(Checkout, InqudJson.Default.InqudCheckout).ToString().Should().Be("InqudCheckout");
        (InqudCheckoutRequest.FixedPrice(1, "USD") with { ClientOrderId = "o" }).ToString().Should().Be("InqudCheckoutRequest");
    }

    private static T Read<T>(string json, JsonTypeInfo<T> info) => JsonSerializer.Deserialize(json, info)!;

    private static T ShouldSurvive<T>(string json, JsonTypeInfo<T> info)
    {
        var value = Read(json, info);
        var written = JsonNode.Parse(JsonSerializer.Serialize(value, info));
        Texts(written).Should().BeEquivalentTo(Texts(JsonNode.Parse(json)));
        return value;
    }

    private static void ShouldSay<T>(T value, JsonTypeInfo<T> info, string json) =>
        Texts(JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(value, info))).Should().BeEquivalentTo(Texts(JsonNode.Parse(Encoding.UTF8.GetBytes(json))));

    /// <summary>Every leaf with its path; numbers by their value.</summary>
    private static Dictionary<string, string> Texts(JsonNode? node)
    {
        var texts = new Dictionary<string, string>();
        Walk("", node);
        return texts;

        void Walk(string path, JsonNode? at)
        {
            switch (at)
            {
                case JsonObject { Count: > 0 } members:
                    foreach (var (name, value) in members)
                    {
                        Walk($"{path}/{name}", value);
                    }

                    break;
                case JsonArray { Count: > 0 } items:
                    for (var i = 0; i < items.Count; i++)
                    {
                        Walk($"{path}/{i}", items[i]);
                    }

                    break;
                case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                    texts[path] = decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("G29", CultureInfo.InvariantCulture);
                    break;
                default:
                    texts[path] = at?.ToJsonString() ?? "null";
                    break;
            }
        }
    }
}
