using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.MoneyButton;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.Tests.Providers.MoneyButton.Models;

public sealed class MoneyButtonNotificationTests
{
    private const string Full =
        """
        {"payment":{"id":"75","status":"COMPLETED","statusDescription":"ok","createdAt":"2019-08-21T21:35:14.229Z",
        "updatedAt":"2019-08-21T21:36:02.000Z","userId":"7","txid":"79cd","normalizedTxid":"b27a","amount":"0.9999997399525015",
        "currency":"USD","satoshis":"746676","buttonId":"order-1001","buttonData":"{\u0022a\u0022:1}",
        "outputs":[{"type":"userId","address":"1abc","userId":"5","script":"OP_RETURN","amount":"1.00","currency":"USD","satoshis":"746676"}],
        "paymentOutputs":[{"id":"80","paymentId":"75","createdAt":"2019-08-21T21:35:14.229Z","updatedAt":"2019-08-21T21:35:14.229Z",
        "type":"USER","to":"5","userId":"5","address":"1abc","script":"OP_RETURN","amount":"1","currency":"USD","satoshis":"746676",
        "amountUsd":"1","userPaymail":"shop@moneybutton.com","paymailDt":"2019-08-21","paymailPubkey":"02ab","paymailPurpose":"buy",
        "paymailRecipientHandle":"shop@moneybutton.com","paymailSenderHandle":"jo@moneybutton.com","paymailSenderName":"Jo",
        "paymailSignature":"sig","newInOutput":{"x":1}}],
        "rawtx":"0100","clientIdentifier":"c1","clientId":"c2","transactionId":"9","amountUsd":"0.9999997399525015","inputAmountUsd":"123.9",
        "inputAmountSatoshis":"92525730","spendAmountUsd":"1.0005","spendAmountSatoshis":"747055","feeAmountUsd":"0.0005",
        "feeAmountSatoshis":"379","changeAmountUsd":"122.9","changeAmountSatoshis":"91778675",
        "cryptoOperations":[{"id":"1","name":"mySignature","method":"sign","data":"hello","dataEncoding":"utf8","value":"IJ","valueEncoding":"hex",
        "key":"identity","algorithm":"bitcoin-signed-message","publicKey":"02ab","paymail":"jo@moneybutton.com","verified":true,"newInOperation":2}],
        "source":"INTERNAL","senderSignature":"H1","senderPaymail":"jo@moneybutton.com","signaturePubkey":"02ab",
        "referrerUrl":"https://shop.example/","browserUserAgent":"Mozilla","preserveOrder":false,"app":{"id":"3"},"newInPayment":[1]},
        "newBeside":"x"}
        """;

    [Test]
    public void Every_name_survives_reading_and_writing()
    {
        var notification = MoneyButtonNotification.Parse(Encoding.UTF8.GetBytes(Full));

        var written = JsonSerializer.SerializeToNode(notification, MoneyButtonJson.Default.MoneyButtonNotification);

        JsonNode.DeepEquals(written, JsonNode.Parse(Full)).Should().BeTrue("{0}", written);
        notification.Payment.AdditionalFields!.Keys.Should().Equal("newInPayment");
        notification.Payment.PaymentOutputs![0].AdditionalFields!.Keys.Should().Equal("newInOutput");
        notification.Payment.CryptoOperations![0].AdditionalFields!.Keys.Should().Equal("newInOperation");
    }

    [Test]
    public void Numbers_pass_for_texts_and_texts_for_numbers()
    {
        var payment = Payment("""{"id":75,"userId":7,"buttonId":1,"amount":1.5,"satoshis":746676,"status":"RECEIVED","outputs":[{"id":1,"userId":5,"satoshis":746676,"amount":"1e-8"}]}""");

        (payment.Id, payment.UserId, payment.ButtonId, payment.Amount, payment.Satoshis).Should().Be(("75", "7", "1", 1.5m, 746676L));
        payment.Status.Should().Be(MoneyButtonStatus.Received);
        var output = payment.GetOutputs().Should().ContainSingle().Subject;
        (output.Id, output.UserId, output.Satoshis, output.Amount).Should().Be(("1", "5", 746676L, 0.00000001m));
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("false")]
    [TestCase("-1.5e3")]
    [TestCase("\"?\"")]
    public void An_odd_field_hides_no_status(string odd)
    {
        string[] names =
        [
            "statusDescription", "createdAt", "updatedAt", "userId", "txid", "normalizedTxid", "amount", "currency", "satoshis", "buttonId",
            "buttonData", "outputs", "paymentOutputs", "rawtx", "clientIdentifier", "clientId", "transactionId", "amountUsd", "inputAmountUsd",
            "inputAmountSatoshis", "cryptoOperations", "source", "senderSignature", "preserveOrder", "app", "referrerUrl",
        ];

        var payment = Payment("{\"id\":\"1\",\"status\":\"COMPLETED\"," + string.Join(',', names.Select(name => $"\"{name}\":{odd}")) + "}");

        payment.Status.IsPaid.Should().BeTrue();
        payment.Satoshis.Should().BeNull();
        payment.GetOutputs().Should().BeEmpty();
    }

    [TestCase("null", "")]
    [TestCase("5", "")]
    [TestCase("[\"COMPLETED\"]", "")]
    [TestCase("\"NEW_ONE\"", "NEW_ONE")]
    public void An_odd_or_new_status_is_read_and_is_not_paid(string wire, string expected)
    {
        var payment = Payment($$"""{"id":"1","status":{{wire}}}""");

        payment.Status.Value.Should().Be(expected);
        payment.Status.IsPaid.Should().BeFalse();
        payment.Status.IsFinal.Should().BeFalse();
    }

    [Test]
    public void What_is_no_output_in_a_list_is_passed_over()
    {
        Payment("""{"outputs":[1,null,[{"userId":"5"}],{"userId":"6"},"x"]}""").GetOutputs().Select(output => output.UserId).Should().Equal("6");
    }

    [Test]
    public void An_empty_list_of_one_name_does_not_hide_the_other()
    {
        Payment("""{"paymentOutputs":[],"outputs":[{"userId":"6"}]}""").GetOutputs().Should().ContainSingle();
    }

    [Test]
    public void A_secret_is_passed_over_and_a_body_without_a_payment_has_an_empty_one()
    {
        var notification = MoneyButtonNotification.Parse("""{"secret":"abcdef","payment":null,"more":1}"""u8.ToArray());

        notification.AdditionalFields!.Keys.Should().Equal("more");
        notification.Payment.Id.Should().BeEmpty();
        notification.Payment.Status.Value.Should().BeEmpty();
        MoneyButtonNotification.Parse("""{"secret":"abcdef"}"""u8.ToArray()).AdditionalFields.Should().BeNull();
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("""{"payment":"x"}""")]
    public void Anything_else_is_refused(string body)
    {
        FluentActions.Invoking(() => MoneyButtonNotification.Parse(Encoding.UTF8.GetBytes(body))).Should().Throw<JsonException>();
    }

    [Test]
    public void An_event_of_another_provider_is_refused()
    {
        var other = new UnmappedEvent { Provider = PaymentProvider.Stripe, EventId = "e", EventType = "t", RawBody = "{}"u8.ToArray() };

        FluentActions.Invoking(() => MoneyButtonNotification.Read(other)).Should().Throw<ArgumentException>().WithMessage("*stripe*moneybutton*");
    }

    [Test]
    public void No_model_prints_what_it_holds()
    {
        var notification = MoneyButtonNotification.Parse(Encoding.UTF8.GetBytes(Full));

        $"{notification} {notification.Payment} {notification.Payment.GetOutputs()[0]}"
            .Should().Be("MoneyButtonNotification MoneyButtonPayment MoneyButtonOutput");
    }

    private static MoneyButtonPayment Payment(string json) =>
        MoneyButtonNotification.Parse(Encoding.UTF8.GetBytes($$"""{"payment":{{json}}}""")).Payment;
}
