namespace CoinMoebius.Conventions.Support;

/// <summary>A folder below <c>Providers</c>: everything about one payment system.</summary>
public sealed record ProviderFolder(string Name)
{
    private const string Parent = "src/CoinMoebius.Sdk/Providers";

    public static IReadOnlyList<ProviderFolder> All { get; } = [.. Repository.Folders(Parent).Select(name => new ProviderFolder(name))];

    public string Path => $"{Parent}/{Name}";

    /// <summary>The id on the wire, from the property of <c>PaymentProvider</c> that has the folder's name.</summary>
    public string Id => typeof(Sdk.PaymentProvider).GetProperty(Name)?.GetValue(null)?.ToString()
        ?? throw new InvalidOperationException($"PaymentProvider has no property {Name}: the folder is named as the property is.");

    /// <summary>The files directly in the folder.</summary>
    public IEnumerable<string> Files => Repository.Files(Path).Select(file => file[(Path.Length + 1)..]).Where(file => !file.Contains('/'));

    /// <summary>True for a gateway with an API of its own.</summary>
    public bool HasClient => Files.Contains($"I{Name}Client.cs");

    public IEnumerable<string> Subfolders => Repository.Folders(Path);

    public override string ToString() => Name;
}
