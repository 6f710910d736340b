using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Client.Checkouts;

/// <summary>Writes checkout requests and reads each provider's answer. Source: the Coin Moebius API page and its open TypeScript SDK.</summary>
internal static class CheckoutJson
{
    private const string CustomerRefName = "customerRef";
    private const string ReferenceName = "orderId";
    private const string QrImagePrefix = "data:image/png;base64,";

    /// <exception cref="ArgumentException">The request is invalid.</exception>
    public static byte[] Write(CheckoutRequest request)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(request.ProductId, $"{nameof(request)}.{nameof(request.ProductId)}");
        if (request.Amount <= 0)
        {
            throw new ArgumentException("The amount must be positive.", nameof(request));
        }

        foreach (var (value, property, name) in Named(request))
        {
            if (value is not null && request.Metadata.TryGetValue(name, out var other) && other != value)
            {
                throw new ArgumentException($"{property} and Metadata[\"{name}\"] differ. Set only one of them.", nameof(request));
            }
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            WriteBody(writer, request);
        }

        return stream.ToArray();
    }

    /// <summary>Reads an answer by its shape, so that a provider unknown to this SDK works if it answers like the others.</summary>
    /// <exception cref="AnswerException">The answer is not one to a checkout, or holds an unsafe address.</exception>
    public static Checkout Read(JsonElement answer, PaymentProvider provider)
    {
        if (answer.At("url").Exists())
        {
            return ReadHosted(answer, provider);
        }

        if (answer.At("address").Text() is { } address)
        {
            return ReadCrypto(answer, provider, address);
        }

        return answer.At("referenceCode").Text() is { } referenceCode
            ? ReadManual(answer, provider, referenceCode)
            : throw new AnswerException("is no answer to a checkout");
    }

    // The properties sent as metadata, with their names there.
    private static (string? Value, string Property, string Name)[] Named(CheckoutRequest request) =>
        [(request.CustomerRef, nameof(request.CustomerRef), CustomerRefName), (request.Reference, nameof(request.Reference), ReferenceName)];

    private static void WriteBody(Utf8JsonWriter writer, CheckoutRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("productId", request.ProductId);
        if (request.CustomerRef is not null || request.Reference is not null || request.Metadata.Count > 0)
        {
            writer.WriteStartObject("metadata");
            foreach (var pair in request.Metadata)
            {
                writer.WriteString(pair.Key, pair.Value);
            }

            foreach (var (value, _, name) in Named(request))
            {
                if (value is not null && !request.Metadata.ContainsKey(name))
                {
                    writer.WriteString(name, value);
                }
            }

            writer.WriteEndObject();
        }

        if (request.Amount is { } amount)
        {
            writer.WriteNumber("amount", amount);
        }

        WriteIfSet(writer, "currency", request.Currency);
        WriteIfSet(writer, "payCurrency", request.PayCurrency);
        writer.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static Checkout ReadHosted(JsonElement answer, PaymentProvider provider)
    {
        var url = ReadPage(answer);
        var paymentId = answer.At("paymentId").TextOrNumber();
        var transactionId = TransactionId(answer);
        var token = answer.At("token").Text();
        if (provider.TakesForms && token is null)
        {
            throw new AnswerException("lacks the token of the payment form");
        }

        return token is null
            ? new RedirectCheckout { Provider = provider, TransactionId = transactionId, Url = url, PaymentId = paymentId }
            : new FormPostCheckout { Provider = provider, TransactionId = transactionId, Url = url, Token = token, PaymentId = paymentId };
    }

    public static Uri ReadPage(JsonElement answer) =>
        SafeUrls.TryParsePage(answer.At("url").Text(), out var url)
            ? url
            : throw new AnswerException("holds a page address that is not https, so it is not passed on");

    private static CryptoCheckout ReadCrypto(JsonElement answer, PaymentProvider provider, string address)
    {
        if (address.Any(static c => c <= ' ' || char.IsControl(c)))
        {
            throw new AnswerException("holds an address with control characters, so it is not passed on");
        }

        var uri = answer.At("uri");
        var qr = answer.At("qr").Text();
        var qrCoin = Coin.OfLink(qr);
        var coin = Coin.All.FirstOrDefault(one => one.Name == provider.Value || answer.At(one.AmountMember).Exists()) ?? Coin.OfLink(uri.Text()) ?? qrCoin;
        var amount = CoinAmount.Of(answer, coin);
        var wallet = uri.Exists() ? WalletLink.Read(uri.Text(), address, amount.Text) : null;
        var isImage = qr is not null && qr.StartsWith(QrImagePrefix, StringComparison.OrdinalIgnoreCase);
        return new CryptoCheckout
        {
            Provider = provider,
            TransactionId = TransactionId(answer),
            PaymentId = answer.At("paymentId").TextOrNumber() ?? answer.At("uuid").Text(),
            Address = address,
            Amount = amount.Value,
            AmountText = amount.Text,
            AtomicAmount = amount.Atomic,
            AddressIndex = answer.At("addressIndex").Whole(),
            WalletUri = wallet,
            QrText = wallet?.OriginalString
                ?? (isImage ? null : qrCoin is not null ? WalletLink.Read(qr, address, amount.Text).OriginalString : qr),
            QrImage = isImage ? qr : null,
            ExpiresAt = ExpiresAt(answer.At("expiresAt")),
        };
    }

    private static ManualCheckout ReadManual(JsonElement answer, PaymentProvider provider, string referenceCode) => new()
    {
        Provider = provider,
        TransactionId = TransactionId(answer),
        ReferenceCode = referenceCode,
        MailingAddress = answer.At("mailingAddress").Text() ?? throw new AnswerException("lacks the mailing address"),
        ExpectedAmount = answer.At("expectedAmount").Decimal(),
        ExpectedCurrency = answer.At("expectedCurrency").Text(),
        Amount = answer.At("amount").Decimal(),
        Currency = answer.At("currency").Text(),
        Instructions = answer.At("instructions").Text(),
    };

    private static string? TransactionId(JsonElement answer) =>
        answer.At("txId").Text() ?? answer.At("paymentId").TextOrNumber() ?? answer.At("uuid").Text();

    private static DateTimeOffset? ExpiresAt(JsonElement time) =>
        time.Decimal() is >= 0 and <= 253402300799999 and { } milliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : time.IsoTime();
}
