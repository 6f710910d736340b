using System.Runtime.CompilerServices;
using CoinMoebius.Sdk.Webhooks;
using OwnProvider;

namespace CoinMoebius.Gateways.Tests;

/// <summary>The sample of a provider that the SDK does not know, as a merchant runs it.</summary>
[CancelAfter(120_000)]
public sealed class OwnProviderSampleTests
{
    [Test]
    public async Task Authentic_deliveries_reach_the_handler_and_no_others()
    {
        using var output = new StringWriter();

        await OwnProviderApplication.RunAsync(output);

        output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "paid: Verified",
            "  handler: payment.paid is succeeded: 19.99 EUR for order-7",
            "  answer: 200",
            "forged: SignatureMismatch",
            "  answer: 400",
            "signed by a stranger: SignatureMismatch",
            "  answer: 400",
            "an hour old: TimestampOutOfTolerance",
            "  answer: 400",
            "unsigned: MissingSignature",
            "  answer: 400",
            "another event: Verified",
            "  handler: \"customer.created\" has no meaning here",
            "  answer: 200",
            "without a payment: Verified",
            "  handler: \"\" has no meaning here",
            "  answer: 200");
    }

    [Test]
    public void It_needs_nothing_that_a_merchant_does_not_have()
    {
        var sample = typeof(OwnProviderApplication).Assembly;
        var libraries = sample.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("CoinMoebius.", StringComparison.Ordinal)).Select(System.Reflection.Assembly.Load).ToList();

        libraries.Should().Contain(typeof(WebhookOptions).Assembly);
        libraries.SelectMany(library => library.GetCustomAttributes(typeof(InternalsVisibleToAttribute), inherit: false)).Cast<InternalsVisibleToAttribute>()
            .Select(friend => friend.AssemblyName.Split(',')[0]).Should().NotBeEmpty().And.NotContain(sample.GetName().Name);
        sample.GetCustomAttributesData().Select(attribute => attribute.AttributeType.Name).Should().NotContain("IgnoresAccessChecksToAttribute");
    }

    [Test]
    public void The_provider_has_fewer_than_150_lines()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoinMoebius.Sdk.sln")))
        {
            folder = folder.Parent!;
        }

        var files = Directory.GetFiles(Path.Combine(folder.FullName, "samples/OwnProvider"), "Acme*.cs");

        files.Should().HaveCountGreaterThanOrEqualTo(5);
        files.Sum(file => File.ReadAllLines(file).Length).Should().BeLessThan(150);
    }
}
