using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Maps routes below a prefix. They accept callers on this machine only, and need no antiforgery token.</summary>
internal sealed class SimulatorRoutes
{
    private readonly RouteGroupBuilder _group;
    private readonly string _prefix;

    public SimulatorRoutes(IEndpointRouteBuilder endpoints, string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length > 0 && (prefix[0] != '/' || prefix[^1] == '/' || prefix.Contains('{', StringComparison.Ordinal)))
        {
            throw new ArgumentException("The prefix must begin with a slash, not end with one, and have no parameters.", nameof(prefix));
        }

        _group = endpoints.MapGroup("");
        _prefix = prefix;
        Urls = new(prefix);
    }

    public SimulatorUrls Urls { get; }

    public IEndpointConventionBuilder Conventions => _group;

    public void Get(string path, RequestDelegate handler) => Map("GET", path, handler);

    public void Post(string path, RequestDelegate handler) => Map("POST", path, handler);

    public void Put(string path, RequestDelegate handler) => Map("PUT", path, handler);

    public void Patch(string path, RequestDelegate handler) => Map("PATCH", path, handler);

    public void Delete(string path, RequestDelegate handler) => Map("DELETE", path, handler);

    /// <summary>Maps a form of the simulator's own pages: other pages cannot post it.</summary>
    public void Form(string path, RequestDelegate handler) => Post(path, SameOrigin.Only(handler));

    /// <summary>Maps the pages of all simulators: the payment page, the operator's page, and their stylesheet.</summary>
    public void Pages(SimulatorStage stage)
    {
        var payment = new PaymentPages(stage, Urls);
        var operation = new OperatorPages(stage, Urls);
        Get(Stylesheet.Path, Stylesheet.WriteAsync);
        Get("/pay/{id}", payment.ShowAsync);
        Form("/pay/{id}/{step}", payment.StepAsync);

        Get(Desk, operation.ShowAsync);
        DeskForm("/transactions/{id}/{step}", operation.StepAsync);
        DeskForm("/deliveries/{number:long}/send", operation.SendAgainAsync);
    }

    private string Desk => Urls.OperatorPath[_prefix.Length..];

    /// <summary>Maps a form of the operator's page.</summary>
    public void DeskForm(string path, RequestDelegate handler) => Form(Desk + path, handler);

    private void Map(string method, string path, RequestDelegate handler) =>
        _group.MapMethods(_prefix + path, [method], LocalOnly.Wrap(handler)).DisableAntiforgery();
}
