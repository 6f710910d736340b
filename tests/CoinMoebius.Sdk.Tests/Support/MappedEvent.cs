using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>Signs a literal body, verifies it with the real verifier and shows what it was mapped to.</summary>
public static class MappedEvent
{
    public static async Task<WebhookEvent> OfAsync(IWebhookSigner signer, IWebhookVerifier verifier, string body) =>
        (await verifier.VerifyAsync(signer.Sign(Encoding.UTF8.GetBytes(body)).ToRequest())).EnsureVerified();

    /// <summary>The normalised JSON of an event must hold every member of <paramref name="expected"/> with that value.</summary>
    public static void ShouldShow(this WebhookEvent webhookEvent, string expected)
    {
        var actual = JsonNode.Parse(WebhookEventJson.Serialize(webhookEvent))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            actual.Should().ContainKey(name);
            JsonNode.DeepEquals(actual[name], value).Should().BeTrue(
                "{0} should be {1} in {2}", name, value?.ToJsonString() ?? "null", actual.ToJsonString());
        }
    }
}
