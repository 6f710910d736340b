// What a C# block in the documentation may take as given. Beside these usings there are a few objects that a reader knows
// from any ASP.NET Core application; a block that declares one of these names itself hides it.
global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Net.Http;
global using System.Threading;
global using System.Threading.Tasks;
global using CoinMoebius.Sdk;
global using CoinMoebius.Sdk.Events;
global using CoinMoebius.Sdk.Testing;
global using CoinMoebius.Sdk.Webhooks;
global using Microsoft.AspNetCore.Builder;
global using Microsoft.AspNetCore.Http;
global using Microsoft.Extensions.Configuration;
global using Microsoft.Extensions.DependencyInjection;
global using Microsoft.Extensions.Hosting;
global using Microsoft.Extensions.Logging;
global using static SnippetContext;

/// <summary>The objects that snippets take as given.</summary>
internal static class SnippetContext
{
    /// <summary>The application being built.</summary>
    public static WebApplicationBuilder builder => null!;

    /// <summary>The application.</summary>
    public static WebApplication app => null!;

    /// <summary>The application's services.</summary>
    public static IServiceCollection services => null!;

    /// <summary>The injected client.</summary>
    public static ICoinMoebiusClient coinMoebius => null!;

    /// <summary>The caller's token.</summary>
    public static CancellationToken ct => default;

    /// <summary>The body of a request as received.</summary>
    public static ReadOnlyMemory<byte> body => default;

    /// <summary>The headers of a request.</summary>
    public static IEnumerable<KeyValuePair<string, string>> headers => [];
}
