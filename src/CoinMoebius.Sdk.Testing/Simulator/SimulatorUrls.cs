using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The paths and URLs of the simulator's pages.</summary>
/// <param name="prefix">The path prefix, empty or with a leading and without a trailing slash.</param>
internal sealed class SimulatorUrls(string prefix)
{
    /// <summary>The operator's page: the prefix itself, or <c>/simulator</c> where there is none.</summary>
    public string OperatorPath { get; } = prefix.Length == 0 ? "/simulator" : prefix;

    /// <summary>The absolute address that the caller used, without a trailing slash.</summary>
    public string Base(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{Path(context, "")}";

    /// <summary>A path on this host.</summary>
    public string Path(HttpContext context, string path) => context.Request.PathBase + prefix + path;

    /// <summary>The path of a transaction's payment page on this host.</summary>
    public string PayPath(HttpContext context, SimulatorTransaction transaction) => Path(context, PayPage(transaction));

    /// <summary>The absolute address of a transaction's payment page.</summary>
    public string PayUrl(HttpContext context, SimulatorTransaction transaction) => Base(context) + PayPage(transaction);

    /// <summary>The path of the operator's page on this host.</summary>
    public string Operator(HttpContext context) => context.Request.PathBase + OperatorPath;

    private static string PayPage(SimulatorTransaction transaction) => "/pay/" + Uri.EscapeDataString(transaction.Id);
}
