using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>A merchant's context: the inbox, a table of its own, and perhaps a rule about all of them.</summary>
public sealed class MerchantContext(DbContextOptions<MerchantContext> options) : DbContext(options)
{
    private readonly ModelRule? _rule = options.FindExtension<ModelRule>();

    public DbSet<Effect> Effects => Set<Effect>();

    /// <summary>Adds what a handler did, by a proxy where the rule asks for one.</summary>
    public void AddEffect(Effect effect)
    {
        if (_rule is not { IsTrackedByProxies: true })
        {
            Effects.Add(effect);
            return;
        }

        var proxy = this.CreateProxy<Effect>();
        (proxy.EventId, proxy.PaymentId, proxy.Status) = (effect.EventId, effect.PaymentId, effect.Status);
        (proxy.IsFirstOfStatus, proxy.Attempt) = (effect.IsFirstOfStatus, effect.Attempt);
        Effects.Add(proxy);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => _rule?.Conventions(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        _rule?.Before(modelBuilder);
        modelBuilder.AddCoinMoebius();
        _rule?.After(modelBuilder);
    }
}

/// <summary>What a handler did.</summary>
public class Effect
{
    public virtual int Id { get; set; }

    public virtual required string EventId { get; set; }

    public virtual required string PaymentId { get; set; }

    public virtual required string Status { get; set; }

    public virtual bool IsFirstOfStatus { get; set; }

    public virtual string? OrderReference { get; set; }

    public virtual int Attempt { get; set; }
}
