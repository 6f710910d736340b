using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoinMoebius.Conventions.Support;

/// <summary>The assembly of one package for one framework, as the compiler of a merchant's project sees it.</summary>
public sealed class BuiltAssembly
{
    private static readonly string Configuration =
        typeof(BuiltAssembly).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly Lazy<IAssemblySymbol> _symbol;

    private BuiltAssembly(Package package, string framework)
    {
        Package = package;
        Framework = framework;
        _symbol = new(Load);
    }

    public static IReadOnlyList<BuiltAssembly> All { get; } =
        [.. Package.All.SelectMany(package => package.Frameworks.Select(framework => new BuiltAssembly(package, framework)))];

    /// <summary>Each library once, for what does not differ between frameworks.</summary>
    public static IReadOnlyList<BuiltAssembly> Libraries { get; } =
        [.. All.Where(assembly => assembly.Package.IsLibrary && assembly.Framework == "net10.0")];

    public Package Package { get; }

    public string Framework { get; }

    public IAssemblySymbol Symbol => _symbol.Value;

    /// <summary>What a merchant's code can name: public types, nested ones included.</summary>
    public IEnumerable<INamedTypeSymbol> PublicTypes => TypesOf(Symbol.GlobalNamespace).Where(IsPublic);

    public override string ToString() => $"{Package.Name} {Framework}";

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (type.ContainingType is null || IsPublic(type.ContainingType));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(
            member => member is INamedTypeSymbol type ? [type, .. TypesOf(type)] : TypesOf(member));

    private IAssemblySymbol Load()
    {
        var path = OutputOf(Package);
        var reference = MetadataReference.CreateFromFile(path, documentation: new DocumentationFile(Path.ChangeExtension(path, ".xml")));
        var siblings = Package.All.Where(other => other != Package && other.Frameworks.Contains(Framework)).Select(OutputOf).Where(File.Exists);
        var compilation = CSharpCompilation.Create(
            "Reader",
            references: [reference, .. siblings.Select(file => MetadataReference.CreateFromFile(file)), .. References.Platform],
            options: new(OutputKind.DynamicallyLinkedLibrary));
        return (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
    }

    private string OutputOf(Package package) =>
        Repository.PathOf($"{package.Folder}/bin/{Configuration}/{Framework}/{package.AssemblyName}.dll");
}
