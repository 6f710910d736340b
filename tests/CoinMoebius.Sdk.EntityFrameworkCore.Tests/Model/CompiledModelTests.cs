using System.Reflection;
using System.Runtime.Loader;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Model;

/// <summary>What <c>dotnet ef dbcontext optimize</c> writes, compiled in the merchant's assembly.</summary>
public sealed class CompiledModelTests
{
    [TestCaseSource(typeof(Engine), nameof(Engine.All))]
    public async Task A_compiled_model_compiles_in_another_assembly_and_the_inbox_works_over_it(string engineName)
    {
        await using var engine = await Engine.CreateAsync(engineName);
        var model = Compile(Generate(engine));
        var rule = new ModelRule("compiled model") { Options = it => it.UseModel(model) };
        await using var node = await Node.StartAsync(rule.Over(engine));
        await using (var context = rule.Over(engine).Open())
        {
            context.Model.Should().BeSameAs(model);
        }

        await node.AcceptAsync(Sample.Payment("evt_1") with { Amount = 0.123456789012345678m, Currency = "ETH" });
        await node.DoneAsync();

        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_1"))!.Amount.Should().Be(0.123456789012345678m);
        (await node.Inbox.ListAsync(new()).SingleAsync()).State.Should().Be(WebhookInboxState.Processed);
    }

    private static List<string> Generate(Engine engine)
    {
        using var context = engine.Open();
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        var provider = Assembly.Load(context.Database.ProviderName!);
        var providerServices = provider.GetType(provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName, throwOnError: true)!;
        ((IDesignTimeServices)Activator.CreateInstance(providerServices)!).ConfigureDesignTimeServices(services);
        using var designed = services.BuildServiceProvider();
        using var scope = designed.CreateScope();
        var options = new CompiledModelCodeGenerationOptions { ContextType = typeof(MerchantContext), ModelNamespace = "Shop.Compiled", Language = "C#" };
        var generator = scope.ServiceProvider.GetRequiredService<ICompiledModelCodeGeneratorSelector>().Select(options);
        return [.. generator.GenerateModel(context.GetService<IDesignTimeModel>().Model, options).Select(file => file.Code)];
    }

    private static IModel Compile(List<string> files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Shop", files.Select(code => CSharpSyntaxTree.ParseText(code)), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        compilation.Emit(stream).Diagnostics.Where(fault => fault.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        stream.Position = 0;
        var type = new AssemblyLoadContext("Shop").LoadFromStream(stream).GetType("Shop.Compiled.MerchantContextModel", throwOnError: true)!;
        return (IModel)type.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }
}
