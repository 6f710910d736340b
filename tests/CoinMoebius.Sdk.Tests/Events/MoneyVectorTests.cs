using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Fuzz;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Tests.Events;

/// <summary>The cases of the money model: a body, signed here, and the members of its normalised event that count.</summary>
public sealed class MoneyVectorTests
{
    // The case whose merchant takes no payments by intents of his own.
    private const string WithoutIntents = "stripe-29";

    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "Events", "Vectors", "money.json");

    [TestCaseSource(nameof(Cases))]
    public async Task An_event_means_what_the_money_model_says(string id)
    {
        var item = JsonNode.Parse(await File.ReadAllTextAsync(Path))!.AsArray().Single(item => (string?)item!["id"] == id)!;
        var subject = Subjects.All.First(subject => subject.Name == (string?)item["provider"]);
        var verifier = id == WithoutIntents
            ? WebhookProviders.CreateVerifier(PaymentProvider.Stripe, Subjects.StripePortalOptions(",\"paymentIntents\":\"never\""), Subjects.Clock)
            : subject.Verifier;
        var signed = subject.Sign(Encoding.UTF8.GetBytes(item["body"]!.ToJsonString()));
        var mapped = (await verifier.VerifyAsync(signed.ToRequest())).EnsureVerified();

        ShouldHold(JsonNode.Parse(WebhookEventJson.Serialize(mapped))!, item["expect"]!, "event");
    }

    private static IEnumerable<string> Cases()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path));
        return [.. document.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    private static void ShouldHold(JsonNode actual, JsonNode expected, string path)
    {
        foreach (var (name, value) in expected.AsObject())
        {
            var found = actual[name];
            if (value is JsonObject && found is JsonObject)
            {
                ShouldHold(found, value, $"{path}.{name}");
                continue;
            }

            JsonNode.DeepEquals(found, value).Should().BeTrue("{0}.{1} should be {2} in {3}", path, name, value?.ToJsonString(), actual.ToJsonString());
        }
    }
}
