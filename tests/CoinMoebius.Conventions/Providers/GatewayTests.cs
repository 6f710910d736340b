using System.Reflection;
using CoinMoebius.Conventions.Support;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Conventions.Providers;

/// <summary>What a provider whose API has a client has beside its webhooks.</summary>
[TestFixtureSource(typeof(Cases), nameof(Cases.Gateways))]
public sealed class GatewayTests(ProviderFolder gateway)
{
    private Type Client => gateway.Type($"I{gateway.ClientName}Client");

    private Type Options => gateway.Type($"{gateway.ClientName}Options");

    [Test]
    public void Its_options_are_those_of_a_client() => Options.Should().BeDerivedFrom<ApiClientOptions>();

    [Test]
    public void Its_client_is_registered_in_four_forms()
    {
        var extensions = gateway.Registration($"{gateway.Name}ServiceCollectionExtensions");

        var forms = extensions.GetMethods().Where(method => method.Name == $"Add{gateway.ClientName}Client" && method.ReturnType == typeof(IHttpClientBuilder))
            .Select(method => string.Join(", ", method.GetParameters().Skip(1).Select(
                parameter => parameter.ParameterType == typeof(Action<>).MakeGenericType(Options) ? "action" : parameter.ParameterType.Name)));

        forms.Should().BeEquivalentTo("action", "IConfiguration", "String, action", "String, IConfiguration");
    }

    [Test]
    public void It_works_without_a_container()
    {
        var client = gateway.Type($"{gateway.ClientName}Client");

        client.Should().Implement(Client).And.HaveConstructor([typeof(HttpClient), Options, typeof(TimeProvider)]);
        client.Should().HaveConstructor([Options, typeof(TimeProvider)]);
    }

    [Test]
    public void A_gateway_has_a_simulator()
    {
        var simulator = typeof(GatewaySimulator).Assembly.GetType($"CoinMoebius.Sdk.Testing.{gateway.Name}Simulator");

        (gateway.IsRailOfTheCloud || simulator?.IsSubclassOf(typeof(GatewaySimulator)) is true).Should().BeTrue(
            "{0} takes checkouts that the simulator of the Cloud API does not", gateway.Name);
    }

    [Test]
    public void Its_page_names_every_method()
    {
        var page = Repository.Read(gateway.ClientPage);

        Client.GetMethods().Select(method => method.Name).Distinct().Where(name => !page.Contains(name, StringComparison.Ordinal))
            .Should().BeEmpty("{0} lists what the client can do", gateway.ClientPage);
    }

    [Test]
    public void Its_page_is_linked()
    {
        if (!gateway.IsRailOfTheCloud)
        {
            Repository.Read("docs/README.md").Should().Contain($"({gateway.ClientPage["docs/".Length..]})");
            Repository.Read($"docs/providers/{gateway.Id}.md").Should().Contain($"(../gateways/{gateway.Id}.md)");
        }

        Repository.Read("README.md").Should().Contain($"({gateway.ClientPage}");
    }

    /// <summary>Whatever crosses the wire keeps the members that this version does not know, and prints none that it does.</summary>
    [Test]
    public void What_crosses_the_wire_keeps_unknown_members()
    {
        var models = Client.GetMethods().SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .Aggregate(new HashSet<Type>(), Collect).Where(type => type is { IsClass: true, IsAbstract: false });

        models.Where(type => !type.IsSubclassOf(typeof(ApiModel)) && PrintsItself(type)).Should().BeEmpty(
            "objects of the API derive from ApiModel; another class says in its own ToString what may be printed");
    }

    private static bool PrintsItself(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } method && method.DeclaringType == type
        && method.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null;

    private HashSet<Type> Collect(HashSet<Type> found, Type type)
    {
        var parts = type.IsGenericType ? type.GetGenericArguments() : [type.IsArray ? type.GetElementType()! : type];
        foreach (var part in parts.Where(part => part.IsGenericType || part.IsArray || (part.Namespace == Client.Namespace && found.Add(part))))
        {
            found = part.Namespace == Client.Namespace
                ? part.GetProperties().Select(property => property.PropertyType).Aggregate(found, Collect)
                : Collect(found, part);
        }

        return found;
    }
}
