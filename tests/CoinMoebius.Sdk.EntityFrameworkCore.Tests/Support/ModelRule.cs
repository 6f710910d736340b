using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>What a merchant says about all entities and columns of a model. Each makes a model of its own.</summary>
/// <param name="Name">What the test is called by.</param>
public sealed record ModelRule(string Name) : IDbContextOptionsExtension
{
    public Action<ModelConfigurationBuilder> Conventions { get; init; } = static _ => { };

    public Action<ModelBuilder> Before { get; init; } = static _ => { };

    /// <summary>After the inbox's tables were added.</summary>
    public Action<ModelBuilder> After { get; init; } = static _ => { };

    public Action<DbContextOptionsBuilder> Options { get; init; } = static _ => { };

    public bool IsTrackedByProxies { get; init; }

    public DbContextOptionsExtensionInfo Info => new RuleInfo(this);

    /// <summary>The rule in a database.</summary>
    public Engine Over(Engine engine) => new RuledEngine(engine, this);

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    public override string ToString() => Name;

    private sealed class RuledEngine(Engine engine, ModelRule rule) : Engine
    {
        public override bool IsPostgres => engine.IsPostgres;

        protected override void Use(DbContextOptionsBuilder options)
        {
            engine.Configure(options);
            rule.Options(options);
            ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(rule);
            options.ReplaceService<IModelCacheKeyFactory, RuleKey>();
        }

        public override ValueTask DisposeAsync() => default;
    }

    private sealed class RuleInfo(ModelRule rule) : DbContextOptionsExtensionInfo(rule)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => rule.Name;

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other.Extension is ModelRule;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }

    private sealed class RuleKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (context.GetType(), context.GetService<IDbContextOptions>().FindExtension<ModelRule>()!.Name, designTime);
    }
}
