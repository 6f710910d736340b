using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Payment methods, instalments and currencies.</summary>
internal sealed class MobbexSimulatorLists(MobbexSimulatorOptions options)
{
    private static readonly (string Reference, string Name)[] Sources = [("visa", "Visa"), ("mastercard", "Mastercard")];
    private static readonly int[] Plans = [1, 3, 6];

    public void Map(MobbexSimulatorCalls calls)
    {
        calls.Get("/p/sources", Ways);
        calls.Get("/p/sources/list/{country}/{taxId}", Ways, MobbexSimulatorCalls.Keys.None);
        calls.Get("/p/sources/list/{token}", Ways, MobbexSimulatorCalls.Keys.None);
        calls.Get("/p/sources/rules/{rule}/installments", _ => new JsonArray([.. Sources.Select(Special)]));
        calls.Get("/p/currency/convert", Convert);
    }

    private static JsonArray Ways(HttpContext context)
    {
        var query = context.Request.Query;
        var wanted = query["sources[]"];
        var total = decimal.TryParse(query["total"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : (decimal?)null;
        return new([.. Sources.Where(source => wanted.Count == 0 || wanted.Contains(source.Reference)).Select(source => Way(source, total))]);
    }

    private static JsonObject Way((string Reference, string Name) source, decimal? total) => new()
    {
        ["source"] = new JsonObject { ["reference"] = source.Reference, ["name"] = source.Name },
        ["view"] = new JsonObject { ["group"] = "card", ["subgroup_title"] = "Cards", ["type"] = "card", ["subgroup_priority"] = 1 },
        ["installments"] = new JsonObject { ["enabled"] = true, ["list"] = new JsonArray([.. Plans.Select(count => Plan(source.Reference, count, total))]) },
    };

    private static JsonObject Plan(string source, int count, decimal? total)
    {
        var plan = new JsonObject
        {
            ["uid"] = $"{source}-{count}",
            ["name"] = $"{count} cuotas",
            ["count"] = count,
            ["reference"] = count.ToString(CultureInfo.InvariantCulture),
        };
        if (total is { } sum)
        {
            plan["totals"] = new JsonObject
            {
                ["currency"] = new JsonObject { ["value"] = "ARS", ["label"] = "Peso", ["symbol"] = "$", ["hidden"] = false },
                ["installment"] = new JsonObject { ["amount"] = decimal.Round(sum / count, 2), ["count"] = count },
                ["total"] = sum,
                ["financial"] = new JsonObject { ["percentage"] = 0, ["amount"] = 0 },
            };
        }

        return plan;
    }

    private static JsonObject Special((string Reference, string Name) source) => new()
    {
        ["source"] = new JsonObject { ["reference"] = source.Reference, ["name"] = source.Name },
        ["installments"] = new JsonArray(new JsonObject { ["uid"] = $"special-{source.Reference}", ["name"] = "12 cuotas", ["description"] = "Special" }),
    };

    private JsonObject Convert(HttpContext context)
    {
        var query = context.Request.Query;
        if (!decimal.TryParse(query["total"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var total))
        {
            throw MobbexSimulatorRefusal.Invalid("total is required");
        }

        var rate = (query["from"] == "ARS", query["to"] == "ARS") switch
        {
            (false, true) => options.Rate,
            (true, false) => 1 / options.Rate,
            _ => 1m,
        };
        return new() { ["result"] = decimal.Round(total * rate, 2), ["rate"] = rate };
    }
}
