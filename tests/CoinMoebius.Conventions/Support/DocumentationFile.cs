using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CoinMoebius.Conventions.Support;

/// <summary>The XML documentation that lies beside an assembly.</summary>
internal sealed class DocumentationFile(string path) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> _members = new(() =>
        XDocument.Load(path).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, member => member.ToString()));

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(path);

    protected override string? GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Value.GetValueOrDefault(documentationMemberID);
}
