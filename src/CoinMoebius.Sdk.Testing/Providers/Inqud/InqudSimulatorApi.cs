using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Inqud;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The routes of Inqud's API.</summary>
internal sealed class InqudSimulatorApi(InqudSimulator simulator, SimulatorRoutes routes)
{
    private const string Checkout = "CCO-";
    private const string Request = "CAPD-";
    private const string OnRamp = "ORCO-";
    private const string Payment = "PMT-";
    private const decimal ChosenByThePayer = 25m;

    /// <summary>Handles a call, given its context and its body, which is undefined when there is none.</summary>
    private delegate JsonNode Answer(HttpContext context, JsonElement body);

    private InqudSimulatorOptions Options => simulator.Options;

    public static bool IsCheckout(SimulatorTransaction transaction) => transaction.Id.StartsWith(Checkout, StringComparison.Ordinal);

    public static bool IsOnRamp(SimulatorTransaction transaction) => transaction.Id.StartsWith(OnRamp, StringComparison.Ordinal);

    public void Map()
    {
        const string acquiring = "/v1/user/crypto-acquiring/";
        const string onRamp = "/v1/user/on-ramp/{project}/checkouts";
        Post(acquiring + "{project}/checkouts", (context, body) => simulator.Describe(OpenCheckout(context, body, Checkout)).ToCheckout());
        Get(acquiring + "{project}/checkouts/{id}", context => simulator.Describe(Find(context, Checkout)).ToCheckout());
        Get(acquiring + "checkouts/{id}", context => simulator.Describe(Find(context, Checkout)).ToCheckout());
        Get(acquiring + "{project}/deposit-options", _ => DepositOptions());
        Post(acquiring + "{project}/requests", OpenRequest);
        Get(acquiring + "requests/{id}", ReadRequest);
        Post(acquiring + "{project}/static/bundles", (_, body) => Bundle(body));
        Get(acquiring + "rates/{base}/{quote}", Rate);
        Get("/v1/user/wallet/balances", _ => Balances());
        Get("/v1/user/payments", _ => Payments(_ => true));
        Get("/v1/user/payments/search", context => Payments(document => "ORD-" + document.Uuid == context.Request.Query["orderId"]));
        Get("/v1/user/payments/{id}", ReadPayment);
        Post(onRamp, (context, body) => simulator.Describe(OpenCheckout(context, body, OnRamp)).ToOnRamp());
        Get(onRamp + "/{id}", context => simulator.Describe(Find(context, OnRamp)).ToOnRamp());
    }

    private static string Value(HttpContext context, string name) => (string)context.GetRouteValue(name)!;

    private static Refusal Bad(string message) => new(StatusCodes.Status400BadRequest, "VALIDATION_ERROR", message);

    private static Refusal Unknown(string what) => new(StatusCodes.Status404NotFound, "NOT_FOUND", what + " not found");

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private void Get(string path, Func<HttpContext, JsonNode> answer) =>
        routes.Get(path, context => AnswerAsync(context, (it, _) => answer(it), hasBody: false));

    private void Post(string path, Answer answer) => routes.Post(path, context => AnswerAsync(context, answer, hasBody: true));

    private async Task AnswerAsync(HttpContext context, Answer answer, bool hasBody)
    {
        try
        {
            var body = await RequestBody.ReadAsync(context).ConfigureAwait(false) ?? throw Bad("Request body is too large");
            if (InqudSimulatorCredentials.Check(context.Request.Headers, body, Options) is { } problem)
            {
                throw new Refusal(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", problem);
            }

            var json = default(JsonElement);
            if (hasBody && !(RequestBody.TryParse(body, out json) && json.ValueKind == JsonValueKind.Object))
            {
                throw Bad("Malformed JSON");
            }

            if (context.GetRouteValue("project") is string project && project != Options.ProjectId && project != Options.OnRampProjectId)
            {
                throw Unknown("Project");
            }

            await ApiResponse.WriteAsync(context, answer(context, json)).ConfigureAwait(false);
        }
        catch (Refusal refusal)
        {
            await ApiResponse.WriteAsync(
                context, new JsonObject { ["message"] = refusal.Message, ["code"] = refusal.Code }, refusal.Status).ConfigureAwait(false);
        }
    }

    private SimulatorTransaction OpenCheckout(HttpContext context, JsonElement body, string prefix)
    {
        var type = Text(body, "type");
        var hasAmount = body.TryGetProperty("fixedAmount", out var amount) && amount.ValueKind == JsonValueKind.Object;
        if (type is not (InqudCheckoutTypes.FixedPrice or InqudCheckoutTypes.NoPrice or InqudCheckoutTypes.SuggestedFixedPrice))
        {
            throw Bad("type is unknown");
        }

        if (hasAmount != (type == InqudCheckoutTypes.FixedPrice))
        {
            throw Bad("fixedAmount belongs to FIXED_PRICE");
        }

        return Open(context, body, prefix, hasAmount ? Price(amount, "amount") : ChosenByThePayer, hasAmount ? Currency(amount, "currency") : "USDT", type);
    }

    private JsonNode OpenRequest(HttpContext context, JsonElement body)
    {
        var coin = new InqudCoin(Text(body, "cryptoCurrency") ?? "");
        if (!Options.Coins.Contains(coin))
        {
            throw Bad("cryptoCurrency is not enabled");
        }

        var hasAmount = body.TryGetProperty("amount", out _);
        var opened = Open(
            context, body, Request, hasAmount ? Price(body, "amount") : ChosenByThePayer, hasAmount ? Currency(body, "amountIn") : coin.Symbol,
            hasAmount ? InqudCheckoutTypes.FixedPrice : InqudCheckoutTypes.NoPrice);
        return simulator.Describe(opened).ToRequest(coin);
    }

    private SimulatorTransaction Open(HttpContext context, JsonElement body, string prefix, decimal price, string currency, string type)
    {
        var id = prefix + simulator.Stage.Ids.Uuid();
        var reference = Text(body, "clientOrderId");
        var returnUrl = default(Uri);
        if (Text(body, "returnUrl") is { } url && !Uri.TryCreate(url, UriKind.Absolute, out returnUrl))
        {
            throw Bad("returnUrl is not a URL");
        }

        var order = new GatewayOrder
        {
            Id = id,
            Title = Text(body, "name") ?? reference ?? "Payment",
            Price = price,
            Currency = currency,
            Reference = reference,
            ReturnUrl = returnUrl,
            State = type,
            Request = body,
        };
        return simulator.Open(order, $"{routes.Urls.Base(context)}/pay/{id}");
    }

    private SimulatorTransaction Find(HttpContext context, string prefix) => Find(Value(context, "id"), prefix);

    private SimulatorTransaction Find(string id, string prefix) =>
        id.StartsWith(prefix, StringComparison.Ordinal) && simulator.FindTransaction(id) is { } found
            ? found
            : throw Unknown(prefix == Request ? "Request" : prefix == Payment ? "Payment" : "Checkout");

    private JsonNode ReadRequest(HttpContext context)
    {
        var id = Value(context, "id");
        var document = simulator.FindTransaction(id) is { } request ? simulator.Describe(request)
            : id.StartsWith(Request, StringComparison.Ordinal) ? simulator.Describe(Find(Checkout + id[Request.Length..], Checkout))
            : throw Unknown("Request");
        return document.Coin is { } coin ? document.ToRequest(coin) : throw Unknown("Request");
    }

    private JsonNode ReadPayment(HttpContext context) =>
        Paid().FirstOrDefault(document => Payment + document.Uuid == Value(context, "id"))?.ToPayment() ?? throw Unknown("Payment");

    private JsonArray Payments(Func<InqudDocument, bool> match) => new([.. Paid().Where(match).Select(document => document.ToPayment())]);

    private IEnumerable<InqudDocument> Paid() =>
        simulator.Transactions.Where(transaction => !IsOnRamp(transaction) && transaction.Received > 0).Select(simulator.Describe);

    private JsonObject DepositOptions()
    {
        var coins = Options.Coins.ToList();
        return new()
        {
            ["cryptoCurrencies"] = new JsonArray([.. coins.Select(coin => JsonValue.Create(coin.Value))]),
            ["limits"] = ByCoin(coins, coin => Limits(coin.Symbol, null)),
            ["minLimits"] = ByCoin(coins, _ => InqudLimitsOf.Least),
            ["maxLimits"] = ByCoin(coins, _ => InqudLimitsOf.Most),
            ["amountInOptions"] = ByCoin(coins, coin => new JsonObject { ["USD"] = Limits(coin.Symbol, "USD"), [coin.Symbol] = Limits(coin.Symbol, null) }),
        };
    }

    private static JsonObject ByCoin(IEnumerable<InqudCoin> coins, Func<InqudCoin, JsonNode> value) =>
        new(coins.Select(coin => KeyValuePair.Create(coin.Value, (JsonNode?)value(coin))));

    private static JsonObject Limits(string symbol, string? currency) => new()
    {
        ["minLimit"] = InqudLimitsOf.Least,
        ["maxLimit"] = InqudLimitsOf.Most,
        ["convertRate"] = currency is null ? null : 1,
        ["convertPair"] = currency is null ? null : symbol + currency,
    };

    private JsonNode Bundle(JsonElement body)
    {
        var reference = Text(body, "referenceId") ?? throw Bad("referenceId is missing");
        return simulator.Bundles.GetOrAdd(reference, _ => NewBundle(reference, body)).DeepClone();
    }

    private JsonObject NewBundle(string reference, JsonElement body)
    {
        var all = body.TryGetProperty("allEnabledAssets", out var enabled) && enabled.ValueKind == JsonValueKind.True;
        var wanted = body.TryGetProperty("assets", out var assets) && assets.ValueKind == JsonValueKind.Array
            ? assets.EnumerateArray().Select(asset => new InqudCoin(asset.GetString() ?? "")).ToList()
            : [];
        if (wanted.Any(coin => !Options.Coins.Contains(coin)))
        {
            throw Bad("asset is not enabled");
        }

        var addresses = (all ? Options.Coins : wanted).ToDictionary(coin => coin.Value, NewAddress);
        return new()
        {
            ["referenceId"] = reference,
            ["id"] = "CASB-" + simulator.Stage.Ids.Uuid(),
            ["addresses"] = new JsonArray([.. addresses.Values.Select(address => address.DeepClone())]),
            ["addressesByAsset"] = new JsonObject(addresses.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        };
    }

    private JsonObject NewAddress(InqudCoin coin) => new()
    {
        ["id"] = "UBADR-" + simulator.Stage.Ids.Uuid(),
        ["asset"] = coin.Value,
        ["address"] = simulator.Stage.Ids.CoinAddress(),
        ["active"] = true,
        ["values"] = new JsonObject { ["minLimit"] = InqudLimitsOf.Least, ["percentFee"] = 0.5m, ["fixedFee"] = 0, ["networkFeeEstimate"] = 1 },
        ["createdAt"] = InqudDocument.Time(Options.TimeProvider.GetUtcNow()),
    };

    private static JsonNode Rate(HttpContext context) =>
        new JsonObject { ["baseAsset"] = Value(context, "base"), ["quoteAsset"] = Value(context, "quote"), ["rate"] = 1 };

    private JsonArray Balances() => new([.. Paid().GroupBy(document => document.Coin!.Value.Symbol).Select(group =>
        new JsonObject { ["currency"] = group.Key, ["balance"] = group.Sum(document => document.Paid ?? 0) })]);

    private static decimal Price(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var price) && price > 0
            ? price
            : throw Bad(name + " must be positive");

    private static string Currency(JsonElement parent, string name) => Text(parent, name) is { Length: > 0 } currency
        ? currency.ToUpper(CultureInfo.InvariantCulture)
        : throw Bad(name + " is missing");

    private sealed class Refusal(int status, string code, string message) : Exception(message)
    {
        public int Status { get; } = status;

        public string Code { get; } = code;
    }
}
