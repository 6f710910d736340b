using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoinMoebius.Conventions.Support;

/// <summary>A place in a package's sources that names a type, or a member of a type, of another of its files.</summary>
/// <param name="From">The file, below the package's folder.</param>
/// <param name="Line">Its line.</param>
/// <param name="Name">What it names.</param>
/// <param name="To">The file that declares what is named.</param>
internal sealed record TypeUse(string From, int Line, string Name, string To)
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Every such place of the core, comments and <c>using</c> lines left out.</summary>
    public static IReadOnlyList<TypeUse> OfCore { get; } = Of("src/CoinMoebius.Sdk");

    public override string ToString() => $"{From}:{Line} names {Name} of {To}";

    private static List<TypeUse> Of(string folder)
    {
        var trees = Repository.Files(folder, ".cs").Select(file => CSharpSyntaxTree.ParseText(Repository.Read(file), Language, file[(folder.Length + 1)..])).ToList();
        var given = CSharpSyntaxTree.ParseText(string.Concat(ImplicitUsings.Select(name => $"global using {name};")), Language);
        var compilation = CSharpCompilation.Create("Core", [.. trees, given], References.Platform, new(OutputKind.DynamicallyLinkedLibrary));
        return [.. trees.AsParallel().AsOrdered().SelectMany(tree => Of(tree, compilation.GetSemanticModel(tree)))];
    }

    private static IEnumerable<TypeUse> Of(SyntaxTree tree, SemanticModel model)
    {
        foreach (var name in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>())
        {
            var info = model.GetSymbolInfo(name);
            var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            var declared = symbol?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()
                ?? symbol?.ContainingType?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault();
            if (declared is not null && symbol is not INamespaceSymbol && declared.SyntaxTree != tree)
            {
                var line = 1 + tree.GetLineSpan(name.Span).StartLinePosition.Line;
                yield return new(tree.FilePath, line, symbol!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), declared.SyntaxTree.FilePath);
            }
        }
    }
}
