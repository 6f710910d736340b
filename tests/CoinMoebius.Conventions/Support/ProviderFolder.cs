using System.Reflection;
using CoinMoebius.Sdk;

namespace CoinMoebius.Conventions.Support;

/// <summary>A folder with everything about one payment system: below <c>Providers</c> in the core, or a package of its own.</summary>
/// <param name="Name">The name in types.</param>
/// <param name="Path">The folder.</param>
/// <param name="Assembly">The assembly that holds its types.</param>
public sealed record ProviderFolder(string Name, string Path, Assembly Assembly)
{
    private const string Core = "CoinMoebius.Sdk";
    private const string InCore = "src/CoinMoebius.Sdk/Providers";

    private static readonly HashSet<string> RailsOfTheCloud =
    [
        "stripe", "paypal", "square", "authorizenet", "nowpayments", "coinbase-business", "cryptomus", "dodopayments", "makepay", "monero",
    ];

    public static IReadOnlyList<ProviderFolder> All { get; } =
    [
        .. Repository.Folders(InCore).Select(name => Of(name, $"{InCore}/{name}", Core))
            .Concat(Package.All.Where(package => package.Name.StartsWith(Core + ".", StringComparison.Ordinal))
                .Select(package => Of(package.Name[(Core.Length + 1)..], package.Folder, package.Name))).OfType<ProviderFolder>(),
    ];

    /// <summary>True for one that is a package of its own.</summary>
    public bool IsPackage => !Path.StartsWith(InCore, StringComparison.Ordinal);

    /// <summary>The namespace of its public types.</summary>
    public string Namespace => IsPackage ? $"{Core}.{Name}" : $"{Core}.Providers.{Name}";

    /// <summary>The folder of its registration.</summary>
    public string RegistrationPath => IsPackage ? Path : $"src/{Core}/DependencyInjection";

    /// <summary>The id on the wire: the constant with the provider's name.</summary>
    public string Id => (string)typeof(PaymentProvider.Values).GetField(Name)!.GetRawConstantValue()!;

    /// <summary>The files directly in the folder, without those of a package and of registration.</summary>
    public IEnumerable<string> Files => Repository.Files(Path).Select(file => file[(Path.Length + 1)..])
        .Where(file => !file.Contains('/') && (!IsPackage || (file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith("Extensions.cs", StringComparison.Ordinal))));

    /// <summary>What its client is called without "Client", such as <c>Inqud</c> or <c>StripePortal</c>; null when its API has none.</summary>
    public string? ClientName => Files.Where(file => file.StartsWith($"I{Name}", StringComparison.Ordinal) && file.EndsWith("Client.cs", StringComparison.Ordinal))
        .Select(file => file[1..^"Client.cs".Length]).SingleOrDefault();

    /// <summary>True when its API has a client.</summary>
    public bool HasClient => ClientName is not null;

    /// <summary>
    /// True when Coin Moebius takes its checkouts, so that the Cloud's simulator plays it. What its client calls beside has a section on
    /// its page.
    /// </summary>
    public bool IsRailOfTheCloud => RailsOfTheCloud.Contains(Id);

    /// <summary>Where its client is described.</summary>
    public string ClientPage => IsRailOfTheCloud ? $"docs/providers/{Id}.md" : $"docs/gateways/{Id}.md";

    public IEnumerable<string> Subfolders => Repository.Folders(Path);

    /// <summary>One of its types.</summary>
    public Type Type(string name) => Assembly.GetType($"{Namespace}.{name}", throwOnError: true)!;

    /// <summary>A class with its registration.</summary>
    public Type Registration(string name) => Assembly.GetType($"{Core}.{name}", throwOnError: true)!;

    public override string ToString() => Name;

    private static ProviderFolder? Of(string name, string path, string assembly) =>
        Repository.Exists($"{path}/{name}WebhookVerifier.cs") ? new(name, path, Assembly.Load(assembly)) : null;
}
