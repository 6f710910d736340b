using System.Runtime.CompilerServices;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Conventions.Support;

/// <summary>A folder below <c>Providers</c>: everything about one payment system.</summary>
public sealed record ProviderFolder(string Name)
{
    private const string Parent = "src/CoinMoebius.Sdk/Providers";

    private static readonly HashSet<string> RailsOfTheCloud =
    [
        "stripe", "paypal", "square", "authorizenet", "nowpayments", "coinbase-business", "cryptomus", "dodopayments", "makepay", "monero",
    ];

    public static IReadOnlyList<ProviderFolder> All { get; } = [.. Repository.Folders(Parent).Select(name => new ProviderFolder(name))];

    public string Path => $"{Parent}/{Name}";

    /// <summary>The id on the wire, as the verifier says it.</summary>
    public string Id { get; } = ((IWebhookVerifier)RuntimeHelpers.GetUninitializedObject(
        typeof(IWebhookVerifier).Assembly.GetType($"CoinMoebius.Sdk.Providers.{Name}.{Name}WebhookVerifier", throwOnError: true)!)).Provider.Value;

    /// <summary>The files directly in the folder.</summary>
    public IEnumerable<string> Files => Repository.Files(Path).Select(file => file[(Path.Length + 1)..]).Where(file => !file.Contains('/'));

    /// <summary>True when its API has a client.</summary>
    public bool HasClient => Files.Contains($"I{Name}Client.cs");

    /// <summary>
    /// True when Coin Moebius takes its checkouts, so that the Cloud's simulator plays it. What its client calls beside has a section on
    /// its page.
    /// </summary>
    public bool IsRailOfTheCloud => RailsOfTheCloud.Contains(Id);

    /// <summary>Where its client is described.</summary>
    public string ClientPage => IsRailOfTheCloud ? $"docs/providers/{Id}.md" : $"docs/gateways/{Id}.md";

    public IEnumerable<string> Subfolders => Repository.Folders(Path);

    public override string ToString() => Name;
}
