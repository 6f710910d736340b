#:property PublishAot=false
#:property SignAssembly=false
#:property RestorePackagesWithLockFile=false
#:property NoWarn=$(NoWarn);CA1852
#:package Microsoft.CodeAnalysis.CSharp

// Leaves internal members out of the documentation files that are packed: dotnet run eng/PublicDocs.cs -- CONFIGURATION
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

var configuration = args[0];
var removed = 0;
foreach (var file in Directory.GetFiles("src", "CoinMoebius*.xml", SearchOption.AllDirectories).Where(IsBuilt).Order(StringComparer.Ordinal))
{
    removed += Trim(file);
}

Console.WriteLine($"{removed} internal members left the documentation");
return 0;

bool IsBuilt(string file) =>
    file.Split(Path.DirectorySeparatorChar) is ["src", var project, "bin", var built, _, var name]
    && built == configuration && name == project + ".xml";

static int Trim(string file)
{
    var reference = MetadataReference.CreateFromFile(Path.ChangeExtension(file, ".dll"));
    var compilation = CSharpCompilation.Create("Docs", references: [reference]);
    var visible = new HashSet<string>(StringComparer.Ordinal);
    Collect(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace, visible);

    var document = XDocument.Load(file, LoadOptions.PreserveWhitespace);
    var hidden = document.Descendants("member").Where(member => !visible.Contains((string)member.Attribute("name")!)).ToList();
    foreach (var member in hidden)
    {
        if (member.PreviousNode is XText space)
        {
            space.Remove();
        }

        member.Remove();
    }

    if (hidden.Count > 0)
    {
        document.Save(file, SaveOptions.DisableFormatting);
    }

    return hidden.Count;
}

// What a merchant's code can name: protected members too, in types that are not sealed.
static void Collect(INamespaceOrTypeSymbol container, HashSet<string> visible)
{
    foreach (var member in container.GetMembers())
    {
        if (member is INamespaceSymbol space)
        {
            Collect(space, visible);
        }
        else if (member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
        {
            visible.Add(member.GetDocumentationCommentId() ?? "");
            if (member is INamedTypeSymbol type)
            {
                Collect(type, visible);
            }
        }
    }
}
