using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Writes pages. They run no scripts and load only their stylesheet.</summary>
internal static class PageResponse
{
    public static Task WriteAsync(HttpContext context, string title, string stylesheet, Html main, int statusCode = StatusCodes.Status200OK)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";

        // Not no-referrer: browsers would hide the origin of a form post, which SameOrigin needs.
        headers["Referrer-Policy"] = "same-origin";
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "text/html; charset=utf-8";
        var page = Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            {(stylesheet.Length == 0 ? Html.Empty : Html.Of($"""<link rel="stylesheet" href="{stylesheet}">"""))}
            </head>
            <body>
            <p class="banner" role="note"><strong>Simulated</strong> &mdash; no money moves</p>
            {main}
            </body>
            </html>
            """);
        return context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }

    /// <summary>Writes a plain page about a problem.</summary>
    public static Task WriteProblemAsync(HttpContext context, int statusCode, string message, string stylesheet = "")
    {
        var main = Html.Of($"""<main class="card"><h1>That did not work</h1><p class="problem" role="alert">{message}</p></main>""");
        return WriteAsync(context, "That did not work", stylesheet, main, statusCode);
    }

    /// <summary>Redirects the browser after a form post.</summary>
    public static Task SeeOther(HttpContext context, string location)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
