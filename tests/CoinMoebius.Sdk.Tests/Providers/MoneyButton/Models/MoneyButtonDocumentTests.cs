using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.MoneyButton;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.Tests.Providers.MoneyButton.Models;

public sealed class MoneyButtonDocumentTests
{
    private const string Version1 =
        """
        {"data":{"type":"payments","id":"75","attributes":{"created-at":"2019-08-21T21:35:14.229Z","user-id":"7","txid":"79cd",
        "normalized-txid":"b27a","amount":"0.9999997399525015","currency":"USD","satoshis":"746676","status":"COMPLETED",
        "status-description":null,"button-id":"order-1001","button-data":"{}","amount-usd":"0.9999997399525015","input-amount-usd":"123.9",
        "input-amount-satoshis":"92525730","spend-amount-usd":"1.0005","spend-amount-satoshis":"747055","fee-amount-usd":"0.0005",
        "fee-amount-satoshis":"379","change-amount-usd":"122.9","change-amount-satoshis":"91778675","client-identifier":"c1","rawtx":"0100",
        "sender-signature":"H1","signature-pubkey":"02ab","sender-paymail":"jo@moneybutton.com","referrer-url":"https://shop.example/",
        "browser-user-agent":"Mozilla","preserve-order":true,"new-in-payment":1},
        "relationships":{"payment-outputs":{"data":[{"type":"payment-outputs","id":"2"},{"type":"payment-outputs","id":"1"}]},
        "crypto-operations":{"data":[{"type":"crypto-operations","id":"1"}]}}},
        "included":[{"type":"payment-outputs","id":"1","attributes":{"created-at":"2019-08-21T21:35:14.229Z","to":"5","amount":"1",
        "currency":"USD","satoshis":"746676","type":"USER","user-id":"5","address":null,"script":null,"amount-usd":"1",
        "user-paymail":"shop@moneybutton.com","paymail-dt":"d","paymail-pubkey":"02","paymail-purpose":"buy",
        "paymail-recipient-handle":"shop@moneybutton.com","paymail-sender-handle":"jo@moneybutton.com","paymail-sender-name":"Jo",
        "paymail-signature":"s"}},{"type":"payment-outputs","id":"2","attributes":{"to":"6"}},
        {"type":"crypto-operations","id":"1","attributes":{"name":"n","method":"sign","data-encoding":"utf8","public-key":"02","verified":true}}]}
        """;

    [Test]
    public void A_payment_of_version_1_becomes_the_model()
    {
        var payment = MoneyButtonDocument.ReadPayment(Encoding.UTF8.GetBytes(Version1));

        var written = JsonSerializer.SerializeToNode(payment, MoneyButtonJson.Default.MoneyButtonPayment);
        var expected = JsonNode.Parse(
            """
            {"id":"75","status":"COMPLETED","createdAt":"2019-08-21T21:35:14.229Z","userId":"7","txid":"79cd","normalizedTxid":"b27a",
            "amount":"0.9999997399525015","currency":"USD","satoshis":"746676","buttonId":"order-1001","buttonData":"{}",
            "paymentOutputs":[{"id":"2","to":"6"},{"id":"1","createdAt":"2019-08-21T21:35:14.229Z","to":"5","amount":"1","currency":"USD",
            "satoshis":"746676","type":"USER","userId":"5","amountUsd":"1","userPaymail":"shop@moneybutton.com","paymailDt":"d",
            "paymailPubkey":"02","paymailPurpose":"buy","paymailRecipientHandle":"shop@moneybutton.com",
            "paymailSenderHandle":"jo@moneybutton.com","paymailSenderName":"Jo","paymailSignature":"s"}],
            "rawtx":"0100","clientIdentifier":"c1","amountUsd":"0.9999997399525015","inputAmountUsd":"123.9","inputAmountSatoshis":"92525730",
            "spendAmountUsd":"1.0005","spendAmountSatoshis":"747055","feeAmountUsd":"0.0005","feeAmountSatoshis":"379",
            "changeAmountUsd":"122.9","changeAmountSatoshis":"91778675",
            "cryptoOperations":[{"id":"1","name":"n","method":"sign","dataEncoding":"utf8","publicKey":"02","verified":true}],
            "senderSignature":"H1","senderPaymail":"jo@moneybutton.com","signaturePubkey":"02ab","referrerUrl":"https://shop.example/",
            "browserUserAgent":"Mozilla","preserveOrder":true,"new-in-payment":1}
            """);
        JsonNode.DeepEquals(written, expected).Should().BeTrue("{0}", written);
        payment.SpendAmountSatoshis.Should().Be(payment.Satoshis + payment.FeeAmountSatoshis);
        payment.InputAmountSatoshis.Should().Be(payment.SpendAmountSatoshis + payment.ChangeAmountSatoshis);
    }

    [TestCase("created-at", "created_at")]
    [TestCase("created-at", "createdAt")]
    [TestCase("user-id", "User_ID")]
    [TestCase("payment-outputs", "paymentOutputs")]
    [TestCase("payment-outputs", "payment_outputs")]
    [TestCase("button-id", "BUTTONID")]
    public void Names_count_in_any_spelling(string documented, string spelling)
    {
        var usual = MoneyButtonDocument.ReadPayment(Encoding.UTF8.GetBytes(Version1));
        var other = MoneyButtonDocument.ReadPayment(Encoding.UTF8.GetBytes(Version1.Replace($"\"{documented}\"", $"\"{spelling}\"", StringComparison.Ordinal)));

        Written(other).Should().Be(Written(usual));

        static string Written(MoneyButtonPayment payment) => JsonSerializer.Serialize(payment, MoneyButtonJson.Default.MoneyButtonPayment);
    }

    [Test]
    public void A_list_of_version_1_keeps_its_order_and_says_how_many_there_are()
    {
        var page = MoneyButtonDocument.ReadPayments(
            """
            {"data":[{"type":"payments","id":"2","attributes":{"status":"FAILED","status-description":"Timed out.","txid":null}},
            {"type":"payments","id":1,"attributes":{"status":"NEW_ONE"}}],"meta":{"total-pages":3}}
            """u8.ToArray());

        page.Payments.Select(payment => (payment.Id, payment.Status.Value)).Should().Equal(("2", "FAILED"), ("1", "NEW_ONE"));
        page.Payments[0].StatusDescription.Should().Be("Timed out.");
        page.TotalPages.Should().Be(3);
        MoneyButtonDocument.ReadPayments("""{"data":[]}"""u8.ToArray()).TotalPages.Should().BeNull();
    }

    [Test]
    public void An_output_that_may_belong_to_two_payments_belongs_to_neither()
    {
        // Output ids became positions, so two payments of a list name the same one.
        var page = MoneyButtonDocument.ReadPayments(
            """
            {"data":[{"type":"payments","id":"1","attributes":{"status":"COMPLETED"},"relationships":{"payment-outputs":{"data":[{"type":"payment-outputs","id":"1"}]}}},
            {"type":"payments","id":"2","attributes":{"status":"COMPLETED"},"relationships":{"payment-outputs":{"data":[{"type":"payment-outputs","id":"1"},{"type":"payment-outputs","id":"9"}]}}}],
            "included":[{"type":"payment-outputs","id":"1","attributes":{"user-id":"5"}},{"type":"payment-outputs","id":"9","attributes":{"user-id":"6"}}]}
            """u8.ToArray());

        page.Payments[0].GetOutputs().Should().BeEmpty();
        page.Payments[1].GetOutputs().Select(output => output.UserId).Should().Equal("6");
    }

    [TestCase("""{"type":"Buffer","data":[1,0,255]}""", "0100ff")]
    [TestCase("\"0100ff\"", "0100ff")]
    [TestCase("""{"type":"Buffer","data":[]}""", null)]
    [TestCase("""{"type":"Buffer","data":[256]}""", null)]
    [TestCase("""{"type":"Buffer","data":["1"]}""", null)]
    [TestCase("""{"type":"Buffer"}""", null)]
    [TestCase("null", null)]
    [TestCase("7", null)]
    public void A_transaction_comes_as_text_or_as_a_buffer(string wire, string? expected)
    {
        MoneyButtonDocument.ReadPayment(Encoding.UTF8.GetBytes($$$"""{"payment":{"id":"1","status":"COMPLETED","rawtx":{{{wire}}}},"paymentOutputs":[]}"""))
            .RawTx.Should().Be(expected);
    }

    [TestCase("[]", """[{"userId":"5","amount":"1","currency":"USD"}]""", MoneyButtonFinding.PaysMerchant)]
    [TestCase("""[{"userId":"5","amount":"1","currency":"USD"}]""", "[]", MoneyButtonFinding.PaysMerchant)]
    [TestCase("""[{"userId":"5","amount":"1","currency":"USD"}]""", "null", MoneyButtonFinding.PaysMerchant)]
    [TestCase("""[{"userId":"5","amount":"1","currency":"USD"}]""", """[{"userId":"5","amount":1.0,"currency":"USD"}]""", MoneyButtonFinding.PaysMerchant)]
    [TestCase("""[{"userId":"5","amount":"1","currency":"USD"}]""", """[{"userId":"6","amount":"1","currency":"USD"}]""", MoneyButtonFinding.ContradictoryOutputs)]
    public void The_two_lists_of_version_2_must_agree(string inside, string beside, MoneyButtonFinding expected)
    {
        var payment = MoneyButtonDocument.ReadPayment(Encoding.UTF8.GetBytes(
            $$$"""{"payment":{"id":"1","status":"COMPLETED","paymentOutputs":{{{inside}}}},"paymentOutputs":{{{beside}}}}"""));

        new MoneyButtonExpectation { UserId = "5", Amount = 1, Currency = "USD" }.Check(payment).Finding.Should().Be(expected);
    }

    [Test]
    public void Identity_profile_and_balance_are_read()
    {
        var identity = MoneyButtonDocument.ReadIdentity("""{"data":{"id":"7","type":"user_identities","attributes":{"id":"7","name":"Jo","x":1}},"jsonapi":{"version":"1.0"}}"""u8.ToArray());
        var profile = MoneyButtonDocument.ReadProfile(
            """
            {"data":{"type":"profiles","id":"7","attributes":{"created-at":"2018-10-01T00:00:00.000Z","name":"Jo","default-currency":"USD",
            "default-language":"en","bio":"b","primary-paymail":"jo@moneybutton.com","avatar-url":"https://example.com/a.png","x":1}}}
            """u8.ToArray());
        var balance = MoneyButtonDocument.ReadBalance("""{"data":{"type":"amounts","id":"1","attributes":{"amount":12.5,"currency":"USD","satoshis":"9000","x":1}}}"""u8.ToArray());

        Written(identity, MoneyButtonJson.Default.MoneyButtonIdentity).Should().Be("""{"id":"7","name":"Jo","x":1}""");
        Written(profile, MoneyButtonJson.Default.MoneyButtonProfile).Should().Be(
            """{"id":"7","createdAt":"2018-10-01T00:00:00.000Z","name":"Jo","defaultCurrency":"USD","defaultLanguage":"en","bio":"b","primaryPaymail":"jo@moneybutton.com","avatarUrl":"https://example.com/a.png","x":1}""");
        Written(balance, MoneyButtonJson.Default.MoneyButtonBalance).Should().Be("""{"id":"1","amount":"12.5","currency":"USD","satoshis":"9000","x":1}""");

        static string Written<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
    }

    [TestCase("""{"errors":[{"id":"a","status":401,"title":"Unauthorized","detail":"no","x":1}],"jsonapi":{"version":"1.0"}}""", "401", "Unauthorized", "no")]
    [TestCase("""{"errors":[{"status":"404","title":"Not found"}],"data":{"type":"payments","id":"1","attributes":{"status":"COMPLETED"}}}""", "404", "Not found", null)]
    [TestCase("""{"errors":["invalid_client"]}""", null, "invalid_client", null)]
    [TestCase("""{"error":"invalid_grant","error_description":"expired"}""", null, "invalid_grant", "expired")]
    public void A_document_with_errors_is_one_whatever_else_it_holds(string json, string? status, string title, string? detail)
    {
        var failure = FluentActions.Invoking(() => MoneyButtonDocument.ReadPayment(Encoding.UTF8.GetBytes(json)))
            .Should().Throw<MoneyButtonDocumentException>().Which;

        var error = failure.Errors.Should().ContainSingle().Subject;
        (error.Status, error.Title, error.Detail).Should().Be((status, title, detail));
        failure.Message.Should().NotContain(title);
    }

    [TestCase("""{"errors":[],"payment":{"id":"1","status":"COMPLETED"}}""")]
    [TestCase("""{"error":{"code":1},"payment":{"id":"1","status":"COMPLETED"}}""")]
    public void Errors_of_another_form_are_errors_all_the_same(string json)
    {
        FluentActions.Invoking(() => MoneyButtonDocument.ReadPayment(Encoding.UTF8.GetBytes(json)))
            .Should().Throw<MoneyButtonDocumentException>().WithMessage("*errors of the API*");
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"data":null}""")]
    [TestCase("""{"payment":[]}""")]
    [TestCase("""{"payment":{"\ud800":1}}""")]
    public void Anything_else_is_refused_without_being_quoted(string json)
    {
        var failure = FluentActions.Invoking(() => MoneyButtonDocument.ReadPayment(Encoding.UTF8.GetBytes(json)))
            .Should().Throw<MoneyButtonDocumentException>().Which;

        failure.Errors.Should().BeEmpty();
        failure.InnerException.Should().BeNull();
    }
}
