using System.Text.Json.Nodes;

namespace CoinMoebius.Benchmarks.Rails;

/// <summary>The fields of a paid checkout session that matter to nobody here but are in every event.</summary>
internal static class StripeSession
{
    private const string Fields =
        """
        {"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":1999,"automatic_tax":{"enabled":false,"liability":null,"status":null},
        "billing_address_collection":null,"cancel_url":"https://shop.example/cart","client_secret":null,"consent":null,"created":1778720600,
        "custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer_creation":"if_required",
        "customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":"10115"},"email":"jo@example.com","name":"Jo Doe",
        "phone":null,"tax_exempt":"none"},"expires_at":1778807000,"invoice":null,"invoice_creation":{"enabled":false},"locale":null,
        "payment_link":null,"payment_method_collection":"if_required","payment_method_options":{"card":{"request_three_d_secure":"automatic"}},
        "payment_method_types":["card"],"phone_number_collection":{"enabled":false},"recovered_from":null,"setup_intent":null,
        "shipping_address_collection":null,"shipping_options":[],"submit_type":null,"subscription":null,
        "success_url":"https://shop.example/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"url":null}
        """;

    public static void Complete(JsonObject body)
    {
        var session = body["data"]!["object"]!.AsObject();
        foreach (var field in JsonNode.Parse(Fields)!.AsObject())
        {
            session[field.Key] = field.Value?.DeepClone();
        }
    }
}
