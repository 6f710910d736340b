using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

/// <summary>What the registration of every client keeps.</summary>
public abstract class ClientRegistrationContract<TClient, TOptions>
    where TClient : class
    where TOptions : ApiClientOptions, new()
{
    private protected abstract ClientForms<TOptions> Add { get; }

    /// <summary>The client as messages name it.</summary>
    private protected abstract string Name { get; }

    /// <summary>The options of its own as configuration has them: usable, and none at its default.</summary>
    private protected abstract Dictionary<string, string?> Values { get; }

    /// <summary>Sets the same in code.</summary>
    private protected abstract void Set(TOptions options);

    /// <summary>Makes options that cannot be used, with "5ecret" in one of them.</summary>
    private protected abstract void Spoil(TOptions options);

    /// <summary>The beginnings of what is said about spoilt options.</summary>
    private protected abstract string[] Problems { get; }

    private IConfigurationSection Section => Configurations.Section(new Dictionary<string, string?>(Values)
    {
        ["BaseAddress"] = "http://localhost:5005",
        ["AttemptTimeout"] = "00:00:01",
        ["TotalTimeout"] = "00:00:02",
        ["MaxRetries"] = "1",
        ["RetryDelay"] = "00:00:03",
        ["MaxRetryDelay"] = "00:00:04",
        ["PollInterval"] = "00:00:05",
        ["MaxPollInterval"] = "00:00:06",
    });

    [Test]
    public void A_section_binds_every_option()
    {
        var expected = new TOptions();
        Set(expected);
        expected.BaseAddress = new("http://localhost:5005");
        (expected.AttemptTimeout, expected.TotalTimeout, expected.MaxRetries) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), 1);
        (expected.RetryDelay, expected.MaxRetryDelay) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
        (expected.PollInterval, expected.MaxPollInterval) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
        var services = new ServiceCollection();
        Add.BySection(services, Section);
        Add.ByNameAndSection(services, "eu", Section);
        using var provider = services.BuildServiceProvider();

        Bound(provider, Options.DefaultName).Should().BeEquivalentTo(expected);
        Bound(provider, "eu").Should().BeEquivalentTo(expected);
        foreach (var option in typeof(TOptions).GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            option.GetValue(expected).Should().NotBe(option.GetValue(new TOptions()), "{0} at its default would show nothing", option.Name);
        }
    }

    [Test]
    public void Clients_are_singletons_and_further_ones_are_keyed()
    {
        var services = new ServiceCollection();
        Add.ByCode(services, Set);
        Add.ByNameAndCode(services, "eu", Set);
        Add.ByNameAndSection(services, "us", Section);
        using var provider = services.BuildServiceProvider(validateScopes: true);

        TClient[] clients = Clients();

        clients.Should().OnlyHaveUniqueItems();
        Clients().Should().Equal(clients);

        TClient[] Clients() =>
        [
            provider.GetRequiredService<TClient>(),
            provider.GetRequiredKeyedService<TClient>("eu"),
            provider.GetRequiredKeyedService<TClient>("us"),
        ];
    }

    [Test]
    public void A_keyed_client_is_found_by_its_key_alone()
    {
        var services = new ServiceCollection();
        Add.ByNameAndCode(services, "eu", Set);
        using var provider = services.BuildServiceProvider();

        provider.GetKeyedService<TClient>("eu").Should().NotBeNull();
        provider.GetKeyedService<TClient>("us").Should().BeNull();
        provider.GetService<TClient>().Should().BeNull();
    }

    [Test]
    public async Task Bad_options_stop_the_host_at_its_start_and_are_not_printed()
    {
        await StopsAsync(services => Add.ByCode(services, Spoil), $"{Name}: ");
        await StopsAsync(services => Add.ByNameAndCode(services, "eu", Spoil), $"{Name} (client \"eu\"): ");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        Refused(() => Add.ByCode(services, null!));
        Refused(() => Add.BySection(services, null!));
        Refused(() => Add.ByNameAndCode(services, "eu", null!));
        Refused(() => Add.ByNameAndSection(services, "eu", null!));
        Refused(() => Add.ByNameAndCode(services, null!, Set));
        Refused(() => Add.ByCode(null!, Set));

        static void Refused(Action add) => add.Should().Throw<ArgumentNullException>();
    }

    // Not validated: not every build can use every kind of key.
    private static TOptions Bound(IServiceProvider provider, string name)
    {
        var options = new TOptions();
        foreach (var configure in provider.GetServices<IConfigureOptions<TOptions>>().OfType<IConfigureNamedOptions<TOptions>>())
        {
            configure.Configure(name, options);
        }

        return options;
    }

    private async Task StopsAsync(Action<IServiceCollection> add, string prefix)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        add(builder.Services);
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().Equal(Problems, (failure, problem) => failure.StartsWith(prefix + problem, StringComparison.Ordinal));
        exception.Message.Should().NotContain("5ecret");
    }
}
