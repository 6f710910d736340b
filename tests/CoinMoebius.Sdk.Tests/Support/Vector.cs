using System.Text.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>One published or derived case of a provider's signature scheme, read from a vectors file.</summary>
public sealed record Vector(string Name, JsonElement Json)
{
    public string Expectation => Json.GetProperty("expect").GetString()!;

    public bool IsValid => Expectation == "valid";

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Json.GetProperty("nowUnixSeconds").GetInt64());

    public string Secret(string name) => Json.GetProperty("secrets").GetProperty(name).GetString()!;

    public WebhookRequest ToRequest() => new(Body(), Headers(), Json.TryGetProperty("url", out var url) ? new Uri(url.GetString()!) : null);

    /// <summary>All cases of a file below a provider's test folder.</summary>
    public static IEnumerable<TestCaseData> Load(string provider, string file) => LoadFrom(Path.Combine("Providers", provider), file);

    /// <summary>All cases of a file below a test folder.</summary>
    public static IEnumerable<TestCaseData> LoadFrom(string folder, string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, folder, "Vectors", file);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var vector = new Vector(item.GetProperty("name").GetString()!, item.Clone());
            yield return new TestCaseData(vector).SetArgDisplayNames(vector.Name);
        }
    }

    public override string ToString() => Name;

    public byte[] Body()
    {
        if (Json.TryGetProperty("bodyRepeat", out var repeat) && repeat.ValueKind == JsonValueKind.Object)
        {
            var body = new byte[repeat.GetProperty("count").GetInt32()];
            body.AsSpan().Fill((byte)repeat.GetProperty("char").GetString()![0]);
            return body;
        }

        return Json.GetProperty("bodyBase64").GetBytesFromBase64();
    }

    public IEnumerable<KeyValuePair<string, string>> Headers() =>
        Json.GetProperty("headers").EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!));
}
