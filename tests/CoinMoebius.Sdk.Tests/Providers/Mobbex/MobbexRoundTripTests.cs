using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

/// <summary>Literal documents with every name Mobbex uses come back as they were, with a member nobody knows in each object.</summary>
public sealed class MobbexRoundTripTests
{
    private static IEnumerable<TestCaseData> Documents()
    {
        foreach (var field in typeof(MobbexDocuments).GetFields())
        {
            var type = typeof(MobbexClient).Assembly.GetType($"CoinMoebius.Sdk.Mobbex.{field.Name.Split('_')[0]}", throwOnError: true);
            yield return new TestCaseData(type, (string)field.GetRawConstantValue()!).SetArgDisplayNames(field.Name);
        }
    }

    [TestCaseSource(nameof(Documents))]
    public void A_document_comes_back_as_it_was(Type type, string json)
    {
        var model = (ApiModel)JsonSerializer.Deserialize(json, MobbexJson.Default.GetTypeInfo(type)!)!;
        var again = JsonSerializer.SerializeToNode(model, MobbexJson.Default.GetTypeInfo(type)!);

        JsonNode.DeepEquals(again, JsonNode.Parse(json)).Should().BeTrue("it came back as {0}", again!.ToJsonString());
        model.ToString().Should().Be(type.Name);
    }

    [TestCaseSource(nameof(Documents))]
    public void Only_unknown_members_stay_unread(Type type, string json)
    {
        var model = (ApiModel)JsonSerializer.Deserialize(json, MobbexJson.Default.GetTypeInfo(type)!)!;

        Unread(model).Should().OnlyContain(name => name == "future", "the SDK knows all other names").And.NotBeEmpty();
    }

    [Test]
    public void Every_model_has_a_document()
    {
        var models = typeof(MobbexClient).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ApiModel)) && type.Namespace == typeof(MobbexClient).Namespace);
        var reached = new HashSet<Type>();
        foreach (var document in Documents())
        {
            Reach((ApiModel)JsonSerializer.Deserialize((string)document.Arguments[1]!, MobbexJson.Default.GetTypeInfo((Type)document.Arguments[0]!)!)!, reached);
        }

        models.Where(type => MobbexJson.Default.GetTypeInfo(type) is not null).Should().BeSubsetOf(reached);
    }

    private static IEnumerable<string> Unread(ApiModel model) =>
        Parts(model).SelectMany(Unread).Concat(model.AdditionalFields?.Keys ?? Enumerable.Empty<string>());

    private static void Reach(ApiModel model, HashSet<Type> reached)
    {
        reached.Add(model.GetType());
        foreach (var part in Parts(model))
        {
            Reach(part, reached);
        }
    }

    private static IEnumerable<ApiModel> Parts(ApiModel model) => model.GetType().GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
        .Select(property => property.GetValue(model))
        .SelectMany(value => value is ApiModel part ? [part] : (value as IEnumerable<object>)?.OfType<ApiModel>() ?? []);
}
