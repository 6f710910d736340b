using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

/// <summary>The four forms in which a client is registered.</summary>
internal sealed record ClientForms<TOptions>(
    Func<IServiceCollection, Action<TOptions>, IHttpClientBuilder> ByCode,
    Func<IServiceCollection, IConfiguration, IHttpClientBuilder> BySection,
    Func<IServiceCollection, string, Action<TOptions>, IHttpClientBuilder> ByNameAndCode,
    Func<IServiceCollection, string, IConfiguration, IHttpClientBuilder> ByNameAndSection);
