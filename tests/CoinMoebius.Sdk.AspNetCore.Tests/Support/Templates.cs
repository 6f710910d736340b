using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.AspNetCore.Tests.Support;

/// <summary>The pipelines that applications begin with, in production: those of <c>dotnet new</c>, and what is often added to them.</summary>
public sealed record Template(string Name, Action<IServiceCollection> Services, Action<WebApplication> Pipeline)
{
    public static IEnumerable<Template> All { get; } =
    [
        new("web", _ => { }, _ => { }),
        new("webapi", _ => { }, app => app.UseHttpsRedirection()),
        new("mvc", services => services.AddControllersWithViews(), app =>
        {
            app.UseExceptionHandler("/Home/Error");
            app.UseHsts();
            app.UseHttpsRedirection();
            app.UseRouting();
            app.UseAuthorization();
            app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
        }),
        new("webapp", services => services.AddRazorPages(), app =>
        {
            app.UseExceptionHandler("/Error");
            app.UseHsts();
            app.UseHttpsRedirection();
            app.UseRouting();
            app.UseAuthorization();
            app.MapRazorPages();
        }),
        new("blazor", services => services.AddRazorComponents().AddInteractiveServerComponents(), app =>
        {
            app.UseExceptionHandler("/Error", createScopeForErrors: true);
            app.UseHsts();
            app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
            app.UseHttpsRedirection();
            app.UseAntiforgery();
            app.MapRazorComponents<Page>().AddInteractiveServerRenderMode();
        }),
        new("status code pages", _ => { }, app => app.UseStatusCodePages()),
        new("status code pages twice", _ => { }, app => app.UseStatusCodePages().UseStatusCodePages()),
        new("status code pages with redirects", _ => { }, app =>
        {
            app.UseStatusCodePagesWithRedirects("/oops");
            MapOops(app);
        }),
        new("status code pages executed again", _ => { }, app =>
        {
            app.UseStatusCodePagesWithReExecute("/oops");
            app.UseRouting();
            MapOops(app);
        }),
        new("problem details", services => services.AddProblemDetails(), app =>
        {
            app.UseExceptionHandler();
            app.UseStatusCodePages();
        }),
        new("a page for everything without one", _ => { }, app =>
        {
            app.Use(async (context, next) =>
            {
                await next(context);
                if (!context.Response.HasStarted && context.Response.StatusCode != 200)
                {
                    context.Response.StatusCode = 200;
                    await context.Response.WriteAsync("Sorry.");
                }
            });
        }),
        new("buffered answers and status code pages", _ => { }, app =>
        {
            app.UseStatusCodePagesWithRedirects("/oops");
            app.Use(BufferAsync);
            MapOops(app);
        }),
        new("compression", services => services.AddResponseCompression(), app => app.UseResponseCompression()),
        new("output cache", services => services.AddOutputCache(options => options.AddBasePolicy(policy => policy.Cache())), app => app.UseOutputCache()),
        new("cors", services => services.AddCors(), app => app.UseCors(policy => policy.AllowAnyOrigin())),
    ];

    public override string ToString() => Name;

    private static void MapOops(WebApplication app) => app.Map("/oops", () => Results.Ok("Sorry."));

    private static async Task BufferAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context);
        context.Response.Body = body;
        await body.WriteAsync(buffer.ToArray());
    }
}

/// <summary>The page that a Blazor application shows for an address without one.</summary>
[Route("/not-found")]
public sealed class Page : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMarkupContent(0, "<html><body>Sorry.</body></html>");
    }
}
