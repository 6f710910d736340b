using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness.Json;

namespace CoinMoebius.Sdk.Tests.Providers.CoinbaseBusiness;

/// <summary>The objects as they stand on the wire, with a member that nobody knows yet.</summary>
public sealed class CoinbaseBusinessModelTests
{
    private const string Secret = "123e4567-e89b-12d3-a456-426614174000";

    private const string Subscription = $$"""
        {"createdAt":"2025-09-10T13:58:38.681893+00:00","updatedAt":"2025-09-11T00:00:00+00:00","description":"Checkout status webhook",
         "eventTypes":["checkout.payment.success","checkout.future"],"isEnabled":true,"labelKey":"user_uuid","labelValue":"u-1",
         "labels":{"user_uuid":"u-1","sandbox":"true","team":"a"},"secret":"{{Secret}}","metadata":{"future":1},
         "subscriptionId":"sub-1","target":{"url":"https://shop.example/hook","headers":{"X-Shop":"5ecret"},"method":"POST"},"future":{"a":[1]} }
        """;

    [Test]
    public void A_subscription_is_read_whole_and_loses_nothing()
    {
        var subscription = Read(Subscription);

        subscription.SubscriptionId.Should().Be("sub-1");
        subscription.Secret.Should().Be(Secret);
        subscription.Description.Should().Be("Checkout status webhook");
        subscription.EventTypes.Should().Equal("checkout.payment.success", "checkout.future");
        subscription.IsEnabled.Should().BeTrue();
        subscription.IsSandbox.Should().BeTrue();
        subscription.Target!.Url.Should().Be("https://shop.example/hook");
        subscription.Target.Headers.Should().Equal(new Dictionary<string, string> { ["X-Shop"] = "5ecret" });
        subscription.CreatedAt.Should().Be(new DateTimeOffset(2025, 9, 10, 13, 58, 38, TimeSpan.Zero).AddTicks(6818930));
        subscription.UpdatedAt.Should().Be(new DateTimeOffset(2025, 9, 11, 0, 0, 0, TimeSpan.Zero));
        JsonNode.DeepEquals(Write(subscription), JsonNode.Parse(Subscription)).Should().BeTrue(Write(subscription).ToJsonString());
    }

    [Test]
    public void Older_answers_have_the_secret_in_the_metadata()
    {
        Read($$$"""{"subscriptionId":"sub-1","metadata":{"secret":"{{{Secret}}}"}}""").Secret.Should().Be(Secret);
        Read($$$"""{"subscriptionId":"sub-1","secret":"{{{Secret}}}","metadata":{"secret":"older"}}""").Secret.Should().Be(Secret);
        Read("""{"subscriptionId":"sub-1"}""").Secret.Should().BeNull();
    }

    [Test]
    public void Secrets_do_not_print()
    {
        var subscription = Read(Subscription);

        string[] texts = [subscription.ToString(), subscription.Target!.ToString(), subscription.Metadata!.ToString(), subscription.ToSettings().ToString()];

        texts.Should().Equal(
            "CoinbaseBusinessWebhookSubscription", "CoinbaseBusinessWebhookTarget", "CoinbaseBusinessWebhookMetadata", "CoinbaseBusinessWebhookSettings");
    }

    [TestCase("5")]
    [TestCase("true")]
    [TestCase("[{}]")]
    [TestCase("{\"a\":[1]}")]
    [TestCase("\"odd\"")]
    [TestCase("null")]
    public void A_member_of_an_odd_type_hides_no_secret(string odd)
    {
        foreach (var name in JsonNode.Parse(Subscription)!.AsObject().Select(member => member.Key).Where(name => name is not ("secret" or "subscriptionId")))
        {
            Read($$"""{"{{name}}":{{odd}},"secret":"{{Secret}}","subscriptionId":"sub-1"}""").Secret.Should().Be(Secret, name);
        }
    }

    [Test]
    public void Lists_and_maps_keep_what_is_text()
    {
        var subscription = Read("""{"eventTypes":["a",5,null],"labels":{"a":"1","b":2,"c":{"d":"e"},"f":"3"},"target":{"url":"http://shop.example/hook","headers":[]}}""");

        subscription.EventTypes.Should().Equal("a");
        subscription.Labels.Should().Equal(new Dictionary<string, string> { ["a"] = "1", ["f"] = "3" });
        subscription.Target!.Url.Should().BeNull("it is not https");
        subscription.Target.Headers.Should().BeNull();
    }

    [Test]
    public void The_settings_of_a_subscription_are_what_an_update_sends_back()
    {
        var settings = Read(Subscription).ToSettings() with { IsEnabled = false };

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(WebhookSettingsBody.Of(settings), CoinbaseBusinessJson.Default.WebhookSettingsBody), JsonNode.Parse("""
            {"description":"Checkout status webhook","eventTypes":["checkout.payment.success","checkout.future"],"isEnabled":false,
             "target":{"url":"https://shop.example/hook","method":"POST","headers":{"X-Shop":"5ecret"}},"labels":{"team":"a","sandbox":"true"} }
            """)).Should().BeTrue();
    }

    [Test]
    public void Settings_say_no_more_than_they_must_and_what_is_added()
    {
        var settings = new CoinbaseBusinessWebhookSettings
        {
            Url = new("https://shop.example/hook?a=b"),
            EventTypes = ["x"],
            AdditionalFields = new Dictionary<string, JsonElement> { ["metadata"] = JsonElement.Parse("{}") },
        };

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(WebhookSettingsBody.Of(settings), CoinbaseBusinessJson.Default.WebhookSettingsBody), JsonNode.Parse(
            """{"eventTypes":["x"],"isEnabled":true,"target":{"url":"https://shop.example/hook?a=b","method":"POST"},"labels":{},"metadata":{}}""")).Should().BeTrue();
    }

    [Test]
    public void Settings_of_a_subscription_without_an_address_need_one() =>
        Read("""{"subscriptionId":"sub-1"}""").Invoking(it => it.ToSettings()).Should().Throw<InvalidOperationException>().WithMessage("*Url*");

    private static CoinbaseBusinessWebhookSubscription Read(string json) =>
        JsonSerializer.Deserialize(json, CoinbaseBusinessJson.Default.CoinbaseBusinessWebhookSubscription)!;

    private static JsonNode Write(CoinbaseBusinessWebhookSubscription subscription) =>
        JsonSerializer.SerializeToNode(subscription, CoinbaseBusinessJson.Default.CoinbaseBusinessWebhookSubscription)!;
}
