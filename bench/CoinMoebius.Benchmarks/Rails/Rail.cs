using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Providers.Square;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Benchmarks.Rails;

/// <summary>The least work that tells a genuine body from a forged one: its result is thrown away.</summary>
/// <param name="body">The body as received.</param>
public delegate void SignatureFloor(ReadOnlySpan<byte> body);

/// <summary>What is measured about one provider.</summary>
/// <param name="Name">The provider's id, the first part of the row's name.</param>
/// <param name="Signer">Makes its deliveries.</param>
/// <param name="Verifier">What is measured.</param>
/// <param name="Floor">What it is measured against.</param>
/// <param name="Complete">Adds the fields that a real body has and the signer leaves out.</param>
/// <param name="Padding">The path to the object that is filled up with text, as merchants fill it.</param>
/// <param name="SignatureHeader">The header that a forger changes; empty where the proof lies in no header.</param>
/// <param name="EventIdFloor">The least work that names an accepted event, where its id is a digest that the signature has not made.</param>
/// <param name="Forger">Makes deliveries with another's proof, where that lies in no header.</param>
public sealed record Rail(
    string Name,
    IWebhookSigner Signer,
    IWebhookVerifier Verifier,
    SignatureFloor Floor,
    Action<JsonObject> Complete,
    string[] Padding,
    string SignatureHeader,
    SignatureFloor? EventIdFloor = null,
    IWebhookSigner? Forger = null)
{
    /// <summary>A key of an ordinary length.</summary>
    public const string Secret = "whsec_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH";

    private const string OtherSecret = "whsec_6WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH";

    private const string WebhookId = "8PT597110X687430LKGECATA";

    private const string NotificationUrl = "https://shop.example/webhooks/square";

    private const string HexSecret =
        "2679A5D5785C9B26CF921E1754765CDDB265C9C88400786923E5343B315954FAFB4B7BF608818F6A21766741E8637DC206F286C725908C777ED4127D8562163D";

    // What is signed must be made from the body first, also to refuse it.
    private const double CanonicalFormFirst = 3.0;

    // One pass over 2 KB of JSON takes so little that what surrounds it counts.
    private const double SecretInBody = 1.5;

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);

    /// <summary>The size of the body in bytes.</summary>
    public int Size { get; init; } = 2048;

    /// <summary>What accepting may cost, in floors.</summary>
    public double AcceptTimes { get; init; } = 2.0;

    /// <summary>What refusing may cost, in floors.</summary>
    public double RejectTimes { get; init; } = 1.15;

    /// <summary>One line a provider.</summary>
    public static IReadOnlyList<Rail> All { get; } =
    [
        new("stripe", new StripeWebhookSigner(Secret), Registered(add => add.AddStripe(options => options.Secrets.Add(Secret))), HmacSha256, StripeSession.Complete, ["data", "object", "metadata"], "Stripe-Signature"),
        new("square", new SquareWebhookSigner(Secret, NotificationUrl), Registered(add => add.AddSquare(ForShop)), HmacSha256, _ => { }, ["data", "object", "payment"], "x-square-hmacsha256-signature"),
        new("nowpayments", new NowPaymentsWebhookSigner(Secret), Registered(add => add.AddNowPayments(options => options.Secrets.Add(Secret))), HmacSha512, _ => { }, ["fee"], "x-nowpayments-sig") { Size = 1024, AcceptTimes = 3, RejectTimes = CanonicalFormFirst },
        new("cryptomus", new CryptomusWebhookSigner(Secret), Registered(add => add.AddCryptomus(options => options.Secrets.Add(Secret))), Md5OfBase64, _ => { }, ["convert"], "", Forger: new CryptomusWebhookSigner(OtherSecret)) { AcceptTimes = 3, RejectTimes = CanonicalFormFirst },
        new("authorizenet", new AuthorizeNetWebhookSigner(HexSecret), Registered(add => add.AddAuthorizeNet(options => options.Secrets.Add(HexSecret))), HmacSha512, _ => { }, ["payload"], "X-ANET-Signature"),
        new("coinflow", new CoinflowWebhookSigner(Secret), Registered(add => add.AddCoinflow(options => options.Secrets.Add(Secret))), HmacSha256, _ => { }, ["data", "webhookInfo"], "Coinflow-Signature"),
        new("coinbase-business", new CoinbaseBusinessWebhookSigner(Secret), Registered(add => add.AddCoinbaseBusiness(options => options.Secrets.Add(Secret))), HmacSha256, _ => { }, ["metadata"], "X-Hook0-Signature", Sha256),
        new("paypal", new PayPalWebhookSigner(WebhookId), Registered(add => add.AddPayPal(TrustTestCertificate)), RsaFloor.Verify, _ => { }, ["resource"], "PAYPAL-TRANSMISSION-SIG"),
        new("dodopayments", new DodoPaymentsWebhookSigner(Secret), Registered(add => add.AddDodoPayments(options => options.Secrets.Add(Secret))), HmacSha256, _ => { }, ["data", "metadata"], "webhook-signature"),
        new("makepay", new MakePayWebhookSigner(Secret), Registered(add => add.AddMakePay(options => options.Secrets.Add(Secret))), HmacSha256, AddTransactions, ["paymentLink", "metadata"], "X-MakePay-Signature"),
        new("monero", new MoneroWebhookSigner(Secret), Registered(add => add.AddMonero(options => options.Secrets.Add(Secret))), HmacSha256, _ => { }, [], "x-monero-sig", Sha256),
        new("inqud", new InqudWebhookSigner(Secret), Registered(add => add.AddInqud(options => options.Secrets.Add(Secret))), HmacSha1, _ => { }, ["cryptoCurrencyDetails"], "X-Payload-Digest", Sha256),
        new("moneybutton", new MoneyButtonWebhookSigner(Secret), Registered(add => add.AddMoneyButton(options => options.Secrets.Add(Secret))), FindSecret, _ => { }, ["payment"], "", Sha256, new MoneyButtonWebhookSigner(OtherSecret)) { RejectTimes = SecretInBody },
        new("mobbex", new MobbexWebhookSigner(Secret), Registered(add => add.AddMobbex(TrustToken)), HmacSha256, _ => { }, ["data", "customer", "metadata"], "", Sha256, new MobbexWebhookSigner(OtherSecret)),
    ];

    public override string ToString() => Name;

    /// <summary>The least work that accepts a delivery: tell that it is genuine, name it, and read its JSON.</summary>
    /// <param name="body">The body as received.</param>
    public void AcceptFloor(ReadOnlySpan<byte> body)
    {
        Floor(body);
        EventIdFloor?.Invoke(body);
        JsonPass.Run(body);
    }

    // As an application registers it: options come from a monitor.
    private static IWebhookVerifier Registered(Func<IWebhooksBuilder, IWebhooksBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddCoinMoebiusWebhooks());
        var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();
        return WebhookProviders.Ids.Select(id => verifiers.Find(new PaymentProvider(id))).Single(verifier => verifier is not null)!;
    }

    private static void TrustTestCertificate(PayPalWebhookOptions options)
    {
        options.WebhookId = WebhookId;
        options.Environment = PayPalEnvironment.Sandbox;
        PayPalTestCertificate.Shared.Trust(options);
    }

    private static void ForShop(SquareWebhookOptions options)
    {
        options.Secrets.Add(Secret);
        options.NotificationUrl = NotificationUrl;
    }

    // A paid session names its transactions, in more than one place.
    private static void AddTransactions(JsonObject body)
    {
        const string Hash = "7e9c1f0a4b6d8e2c3a5f7091b2d4c6e8f0a1b3c5d7e9f1a3b5c7d9e1f3a5b7c9";
        var session = body["session"]!.AsObject();
        session["txId"] = Hash;
        session["deposit"] = new JsonObject { ["txid"] = Hash };
        session["transactions"] = new JsonArray(new JsonObject { ["hash"] = Hash });
    }

    // The secret may stand at the body's end.
    private static void FindSecret(ReadOnlySpan<byte> body) => JsonPass.Run(body);

    private static void Sha256(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
    }

    private static void TrustToken(MobbexWebhookOptions options)
    {
        options.Secrets.Add(Secret);
        options.Confirmation = MobbexConfirmation.TokenOnly;
    }

    private static void HmacSha256(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key, body, digest);
    }

    private static void HmacSha512(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[HMACSHA512.HashSizeInBytes];
        HMACSHA512.HashData(Key, body, digest);
    }

#pragma warning disable CA5351 // The floor of a scheme that prescribes MD5.
    private static void Md5OfBase64(ReadOnlySpan<byte> body)
    {
        var text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(body.Length) + Key.Length);
        Base64.EncodeToUtf8(body, text, out _, out var length);
        Key.CopyTo(text, length);
        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(text.AsSpan(0, length + Key.Length), digest);
        ArrayPool<byte>.Shared.Return(text);
    }
#pragma warning restore CA5351

#pragma warning disable CA5350 // The floor of a scheme that prescribes HMAC-SHA1.
    private static void HmacSha1(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Key, body, digest);
    }
#pragma warning restore CA5350
}
