using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Cli.Tests.Support;

namespace CoinMoebius.Cli.Tests.Webhooks;

/// <summary>The published vectors of every provider that has any, in one run through the command.</summary>
public sealed class VectorTests
{
    private static readonly string VectorsFolder = Path.Combine(AppContext.BaseDirectory, "Vectors");

    [Test]
    public async Task Every_vector_is_answered_as_it_says()
    {
        var vectors = Vectors().ToList();
        vectors.Select(vector => vector["provider"]!.GetValue<string>()).Should().Contain("stripe");

        var run = await CommandLine.RunAsync(
            Encoding.UTF8.GetBytes(string.Concat(vectors.Select((vector, i) => ToCase(vector, i).ToJsonString() + "\n"))),
            null, "webhooks", "verify", "--jsonl");

        run.Results.Should().HaveCount(vectors.Count);
        var wrong = vectors.Zip(run.Results).Select((pair, i) => Difference(pair.First, pair.Second, i)).OfType<string>();
        wrong.Should().BeEmpty();
    }

    private static IEnumerable<JsonObject> Vectors() => Directory.EnumerateFiles(VectorsFolder, "*.json", SearchOption.AllDirectories)
        .Select(path => JsonNode.Parse(File.ReadAllText(path)))
        .OfType<JsonArray>()
        .SelectMany(array => array)
        .OfType<JsonObject>()
        .Where(vector => vector["secrets"] is JsonObject && WebhookProviders.Ids.Contains(vector["provider"]?.GetValue<string>() ?? ""));

    private static JsonObject ToCase(JsonObject vector, int number) => new()
    {
        ["id"] = number,
        ["provider"] = vector["provider"]!.GetValue<string>(),
        ["options"] = ToOptions(vector),
        ["headers"] = vector["headers"]!.DeepClone(),
        ["body"] = Convert.ToBase64String(Body(vector)),
        ["url"] = vector["url"]?.DeepClone(),
        ["now"] = DateTimeOffset.FromUnixTimeSeconds(vector["nowUnixSeconds"]!.GetValue<long>()).ToString("O"),
    };

    private static JsonObject ToOptions(JsonObject vector)
    {
        var secrets = vector["secrets"]!.AsObject();
        var options = vector["provider"]!.GetValue<string>() == "paypal"
            ? PayPalTokenOptions(secrets["webhookId"]!.GetValue<string>(), vector)
            : new() { ["secrets"] = new JsonArray(secrets.Single().Value!.DeepClone()) };
        foreach (var option in vector["options"] as JsonObject ?? [])
        {
            options[option.Key] = option.Value!.DeepClone();
        }

        return options;
    }

    // A vector names its certificate instead of holding it.
    private static JsonObject PayPalTokenOptions(string webhookId, JsonObject vector)
    {
        var url = vector["headers"]!.AsObject().FirstOrDefault(header => header.Key.Equals("PAYPAL-CERT-URL", StringComparison.OrdinalIgnoreCase)).Value?.GetValue<string>() ?? "";
        var options = new JsonObject
        {
            ["webhookId"] = webhookId,
            ["environment"] = webhookId == "WEBHOOK_ID" || url.Contains("sandbox", StringComparison.Ordinal) ? "sandbox" : "live",
        };
        if (vector["certificateId"]?.GetValue<string>() is { } certificateId && url.Length > 0)
        {
            options["certificates"] = new JsonObject { [url] = Certificate(certificateId)["pem"]!.DeepClone() };
        }

        return options;
    }

    private static JsonNode Certificate(string id)
    {
        var file = Directory.EnumerateFiles(VectorsFolder, "paypal-certs.json", SearchOption.AllDirectories).Single();
        return JsonNode.Parse(File.ReadAllText(file))!["certificates"]![id]!;
    }

    private static byte[] Body(JsonObject vector)
    {
        if (vector["bodyRepeat"] is JsonObject repeat)
        {
            var body = new byte[repeat["count"]!.GetValue<int>()];
            body.AsSpan().Fill((byte)repeat["char"]!.GetValue<string>()[0]);
            return body;
        }

        return Convert.FromBase64String(vector["bodyBase64"]!.GetValue<string>());
    }

    private static string? Difference(JsonObject vector, JsonElement result, int number)
    {
        var expected = Expected(vector);
        var found = result.GetProperty("outcome").GetString() is "verified"
            ? "Verified"
            : result.TryGetProperty("verdict", out var verdict) ? verdict.GetString()! : result.GetProperty("error").GetString()!.Split(':')[0];
        return result.GetProperty("id").GetInt32() == number && expected.Contains(found)
            ? null
            : $"{vector["provider"]}, {vector["name"]}: {found} instead of {string.Join(" or ", expected)}";
    }

    // Vectors speak of the signature alone; an authentic body need not be JSON. One with several faults says which is found first here.
    private static string[] Expected(JsonObject vector) => vector["verdict"]?.GetValue<string>() is { } named ? [named] : vector["expect"]!.GetValue<string>() switch
    {
        "valid" => [vector["event"] is not null || IsJson(Body(vector)) ? "Verified" : "MalformedBody"],
        "invalid:signature" or "invalid:signature-mismatch" => ["SignatureMismatch"],
        "invalid:timestamp" => ["TimestampOutOfTolerance"],
        "invalid:missing-header" or "invalid:header-missing" or "invalid:signature-missing" or "invalid:no-v1-signature" => ["MissingSignature"],
        "invalid:malformed-header" or "invalid:malformed-timestamp" or "invalid:malformed-signature" or "invalid:signature-malformed" or "invalid:algorithm" => ["MalformedSignature"],
        "invalid:certificate-url" or "invalid:certificate-expired" => ["UntrustedCertificate"],
        "invalid:body-malformed" => ["MalformedBody"],
        "invalid:secret" => ["bad options"],
        var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
    };

    private static bool IsJson(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
