using System.Xml.Linq;
using CoinMoebius.Conventions.Support;
using Microsoft.CodeAnalysis;

namespace CoinMoebius.Conventions.Api;

/// <summary>Whatever a merchant can name says what it is, in the tool tip.</summary>
public sealed class DocumentationTests
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Assemblies))]
    public void Every_public_type_and_member_is_documented(BuiltAssembly assembly)
    {
        var undocumented = assembly.PublicTypes.SelectMany(
            type => ApiListing.VisibleMembers(type).Where(member => !IsDocumented(member)).Prepend(IsDocumented(type) ? null : type).OfType<ISymbol>());

        undocumented.Select(symbol => symbol.ToDisplayString()).Should().BeEmpty();
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Assemblies))]
    public void Documentation_has_no_empty_element(BuiltAssembly assembly)
    {
        var poor = assembly.PublicTypes.SelectMany(type => ApiListing.VisibleMembers(type).Prepend(type)).Where(symbol =>
        {
            var documentation = Parse(symbol);
            return documentation is not null && documentation.Elements().Any(element => element.Name != "inheritdoc" && Text(element).Length == 0);
        });

        poor.Select(symbol => symbol.ToDisplayString()).Should().BeEmpty();
    }

    private static bool IsDocumented(ISymbol symbol)
    {
        var documentation = Parse(symbol);
        if (documentation is null)
        {
            return IsPrimaryConstructorPart(symbol) || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 };
        }

        return documentation.Element("summary") is { } summary ? Text(summary).Length > 0 : documentation.Element("inheritdoc") is { } inherited
            && (inherited.Attribute("cref") is not null || Inherits(symbol));
    }

    /// <summary>A record's positional property and a primary constructor are documented on the type, with <c>param</c>.</summary>
    private static bool IsPrimaryConstructorPart(ISymbol symbol) =>
        symbol is IPropertySymbol
        && Parse(symbol.ContainingType)?.Elements("param").Any(item => (string?)item.Attribute("name") == symbol.Name && Text(item).Length > 0) == true;

    private static bool Inherits(ISymbol symbol) =>
        symbol.IsOverride
        || (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && symbol.ContainingType.BaseType!.InstanceConstructors.Any(
            inherited => inherited.Parameters.Select(static parameter => parameter.Type).SequenceEqual(
                constructor.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default)))
        || symbol.ContainingType.AllInterfaces.SelectMany(item => item.GetMembers()).Any(
            member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    private static XElement? Parse(ISymbol symbol) =>
        symbol.GetDocumentationCommentXml() is { Length: > 0 } xml ? XElement.Parse(xml) : null;

    /// <summary>The words of an element; a reference counts as one.</summary>
    private static string Text(XElement element) =>
        string.Concat(element.DescendantNodes().Select(node => node is XText text ? text.Value : node is XElement child ? (string?)child.Attribute("cref") ?? (string?)child.Attribute("name") : "")).Trim();
}
