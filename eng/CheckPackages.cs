#:property PublishAot=false
#:property SignAssembly=false
#:property RestorePackagesWithLockFile=false
#:property NoWarn=$(NoWarn);CA1852

// Looks into every package of a folder: dotnet run eng/CheckPackages.cs -- FOLDER
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

var folder = args[0];
var faults = new List<string>();
var packages = Directory.GetFiles(folder, "*.nupkg").Order(StringComparer.Ordinal).ToArray();
var ids = packages.Select(file => Nuspec(file).Id).ToHashSet(StringComparer.Ordinal);
foreach (var file in packages)
{
    Check(file);
}

faults.ForEach(Console.Error.WriteLine);
Console.WriteLine($"{packages.Length} packages, {faults.Count} faults");
return packages.Length > 0 && faults.Count == 0 ? 0 : 1;

void Check(string file)
{
    var name = Path.GetFileNameWithoutExtension(file);
    using var package = ZipFile.OpenRead(file);
    var entries = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
    var (id, metadata) = Nuspec(file);

    Expect(Value(metadata, "license") == "MIT", "the licence is MIT");
    Expect(Value(metadata, "readme") == "README.md" && Size("README.md") > 200, "it has a readme worth reading");
    Expect(Value(metadata, "icon") == "icon.png" && Size("icon.png") > 100, "it has an icon");
    Expect(Value(metadata, "description").Length > 40, "it has a description");
    Expect(Value(metadata, "authors") != id, "it names its authors");
    foreach (var dependency in metadata.Descendants().Where(element => element.Name.LocalName == "dependency"))
    {
        if (ids.Contains((string)dependency.Attribute("id")!))
        {
            Expect(((string)dependency.Attribute("version")!) == $"[{Value(metadata, "version")}]", $"{(string)dependency.Attribute("id")!} is pinned exactly");
        }
    }

    var own = entries.Where(entry => entry.EndsWith(".dll", StringComparison.Ordinal) && IsOwn(entry)).ToArray();
    Expect(own.Length > 0, "it has an assembly");
    Expect(entries.Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal)).All(entry => entry.EndsWith(".dll", StringComparison.Ordinal) || entry.EndsWith(".xml", StringComparison.Ordinal)), "lib holds assemblies and their documentation only");
    foreach (var assembly in own.Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal)))
    {
        Expect(entries.Contains(Path.ChangeExtension(assembly, ".xml")), $"{assembly} has its documentation");
        if (package.GetEntry(Path.ChangeExtension(assembly, ".xml")) is { } documentation)
        {
            var internals = InternalTypes(Read(package.GetEntry(assembly)!));
            var named = XDocument.Load(new MemoryStream(Read(documentation))).Descendants("member").Select(static member => (string)member.Attribute("name")!)
                .FirstOrDefault(name => internals.Any(type => name.Length > type.Length + 1 && name.AsSpan(2).StartsWith(type) && name[type.Length + 2] == '.')
                    || internals.Contains(name[2..]));
            Expect(named is null, $"{documentation.FullName} does not describe {named}, which is internal (dotnet run eng/PublicDocs.cs -- Release, then pack)");
        }
    }

    var root = Path.GetFullPath(".").TrimEnd('/');
    foreach (var entry in package.Entries.Where(entry => IsOwn(entry.FullName) || entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)))
    {
        var bytes = Read(entry);
        Expect(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(root)) < 0 && bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(root)) < 0,
            $"{entry.FullName} does not say where it was built");
    }

    var symbolsFile = Path.ChangeExtension(file, ".snupkg");
    Expect(File.Exists(symbolsFile), "it has a symbol package");
    if (File.Exists(symbolsFile))
    {
        using var symbols = ZipFile.OpenRead(symbolsFile);
        foreach (var assembly in own)
        {
            var entry = symbols.GetEntry(Path.ChangeExtension(assembly, ".pdb"));
            Expect(entry is not null, $"{assembly} has its symbols");
            if (entry is not null)
            {
                using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(entry)));
                var reader = provider.GetMetadataReader();
                foreach (var document in reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)))
                {
                    Expect(document.StartsWith("/_", StringComparison.Ordinal), $"{entry.FullName} names {document} from the root of the repository");
                }
            }
        }
    }

    bool IsOwn(string entry) => Path.GetFileName(entry).StartsWith("CoinMoebius", StringComparison.OrdinalIgnoreCase);

    long Size(string entry) => package.GetEntry(entry)?.Length ?? 0;

    void Expect(bool holds, string what)
    {
        if (!holds)
        {
            faults.Add($"{name}: expected that {what}");
        }
    }
}

static HashSet<string> InternalTypes(byte[] assembly)
{
    using var file = new System.Reflection.PortableExecutable.PEReader(new MemoryStream(assembly));
    var reader = file.GetMetadataReader();
    return reader.TypeDefinitions.Select(reader.GetTypeDefinition)
        .Where(static type => (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.NotPublic)
        .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}").ToHashSet(StringComparer.Ordinal);
}

static byte[] Read(ZipArchiveEntry entry)
{
    using var stream = entry.Open();
    var copy = new MemoryStream();
    stream.CopyTo(copy);
    return copy.ToArray();
}

static (string Id, XElement Metadata) Nuspec(string file)
{
    using var package = ZipFile.OpenRead(file);
    using var stream = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
    var metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    return (Value(metadata, "id"), metadata);
}

static string Value(XElement metadata, string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";
