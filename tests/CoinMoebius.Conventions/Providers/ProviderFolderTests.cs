using CoinMoebius.Conventions.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoinMoebius.Conventions.Providers;

/// <summary>A provider is a fixed set of files: what one has, all have, at the same place.</summary>
public sealed class ProviderFolderTests
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void The_folder_holds_the_fixed_files_and_no_other(ProviderFolder provider)
    {
        var name = provider.Name;
        string[] webhooks = [$"{name}WebhookOptions.cs", $"{name}WebhookVerifier.cs", $"{name}EventMapper.cs", $"{name}EventTypes.cs"];
        string[] client = [$"I{provider.ClientName}Client.cs", $"{provider.ClientName}Client.cs", $"{provider.ClientName}Options.cs"];

        provider.Files.Should().BeEquivalentTo(
            provider.HasClient ? webhooks.Concat(client) : webhooks,
            "{0} is laid out as every provider is; what it needs beside goes into a subfolder of internal types",
            provider.Path);
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void Subfolders_hold_internal_types_only(ProviderFolder provider)
    {
        var open = Repository.Files(provider.Path, ".cs").Where(file => file[(provider.Path.Length + 1)..] is var inner && inner.Contains('/') && !inner.StartsWith("Models/", StringComparison.Ordinal))
            .Where(file => Types(file).Any(type => type.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword))));

        open.Should().BeEmpty();
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void Subfolders_have_the_names_that_all_providers_use(ProviderFolder provider) =>
        provider.Subfolders.Should().BeSubsetOf(["Client", "Confirmation", "Json", "Mapping", "Models", "Signing"]);

    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void It_is_in_the_registry(ProviderFolder provider) => WebhookProviders.Ids.Should().Contain(provider.Id);

    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void Its_other_files_are_where_every_providers_are(ProviderFolder provider)
    {
        string[] files =
        [
            $"{provider.RegistrationPath}/{provider.Name}WebhooksBuilderExtensions.cs",
            $"src/CoinMoebius.Sdk.Testing/Providers/{provider.Name}/{provider.Name}WebhookSigner.cs",
            $"tests/CoinMoebius.Sdk.Tests/Providers/{provider.Name}/{provider.Name}WebhookVerifierTests.cs",
            $"docs/providers/{provider.Id}.md",
        ];

        files.Where(file => !Repository.Exists(file)).Should().BeEmpty("{0} lacks them", provider.Name);
        Repository.Files($"tests/CoinMoebius.Sdk.Tests/Providers/{provider.Name}/Vectors").Should().NotBeEmpty("a scheme is pinned by vectors");
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void It_is_registered_in_four_forms(ProviderFolder provider)
    {
        var extensions = provider.Registration($"{provider.Name}WebhooksBuilderExtensions");
        var options = provider.Type($"{provider.Name}WebhookOptions");

        var forms = extensions.GetMethods().Where(method => method.Name == "Add" + provider.Name)
            .Select(method => string.Join(", ", method.GetParameters().Skip(1).Select(
                parameter => parameter.ParameterType == typeof(Action<>).MakeGenericType(options) ? "action" : parameter.ParameterType.Name)));

        forms.Should().BeEquivalentTo("action", "IConfiguration", "String, action", "String, IConfiguration");
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void Its_types_are_what_their_names_say(ProviderFolder provider)
    {
        provider.Type(provider.Name + "WebhookVerifier").Should().Implement<IWebhookVerifier>();
        provider.Type(provider.Name + "WebhookOptions").Should().BeDerivedFrom<WebhookOptions>();
        provider.Type(provider.Name + "EventTypes").Should().BeStatic();
        provider.Type(provider.Name + "EventTypes").GetFields().Should().OnlyContain(field => field.IsLiteral, "event types are an open vocabulary of constants");
        provider.Type(provider.Name + "EventMapper").IsPublic.Should().BeFalse("a mapper sees only what was verified");
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void Its_tests_inherit_the_contract_of_verifiers(ProviderFolder provider)
    {
        var tests = Repository.Files("tests/CoinMoebius.Sdk.Tests", ".cs").SelectMany(Types).OfType<ClassDeclarationSyntax>()
            .GroupBy(type => type.Identifier.Text).ToDictionary(group => group.Key, group => group.SelectMany(Bases).ToArray());
        var name = provider.Name + "WebhookVerifierTests";

        Reaches(name).Should().BeTrue("{0} inherits WebhookVerifierContract, directly or through another contract", name);

        bool Reaches(string type) => type == "WebhookVerifierContract" || (tests.TryGetValue(type, out var bases) && bases.Any(Reaches));
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Providers))]
    public void The_readme_names_it(ProviderFolder provider) => Repository.Read("README.md").Should().Contain($"(docs/providers/{provider.Id}.md)");

    /// <summary>Beside the providers there is one scheme that many services share, and that belongs to none of them.</summary>
    [Test]
    public void Everything_in_the_registry_has_a_folder()
    {
        ProviderFolder.All.Select(provider => provider.Id).Append(WebhookProviders.StandardWebhooks).Should().BeEquivalentTo(WebhookProviders.Ids);
        Repository.Files("src/CoinMoebius.Sdk/Webhooks/StandardWebhooks", ".cs").Should().NotBeEmpty();
        Repository.Files("tests/CoinMoebius.Sdk.Tests/Webhooks/StandardWebhooks/Vectors").Should().NotBeEmpty("a scheme is pinned by vectors");
    }

    [Test]
    public void Every_docs_page_of_a_provider_is_about_one_that_exists()
    {
        var known = typeof(Sdk.PaymentProvider).GetNestedType("Values")!.GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .Concat(ProviderFolder.All.Select(provider => provider.Id));

        Repository.Files("docs/providers", ".md").Select(file => Path.GetFileNameWithoutExtension(file)).Should().BeSubsetOf(known);
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> Types(string file) =>
        CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    private static IEnumerable<string> Bases(ClassDeclarationSyntax type) =>
        type.BaseList?.Types.Select(item => item.Type.ToString().Split('.', '<').First(part => part.Length > 0)) ?? [];
}
