using System.Text.RegularExpressions;
using CoinMoebius.Conventions.Support;

namespace CoinMoebius.Conventions.Source;

/// <summary>The folders of the core are layers. CONTRIBUTING.md draws them, top to bottom, and a folder uses only those below it.</summary>
public sealed class LayerTests
{
    private static readonly Regex Drawing = new("```layers\n(?<lines>.*?)```", RegexOptions.Singleline);

    /// <summary>From the bottom up.</summary>
    private static readonly string[] Layers =
        [.. Drawing.Match(Repository.Read("CONTRIBUTING.md")).Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).Reverse()];

    [Test]
    public void The_folders_of_the_core_are_the_layers_that_are_drawn()
    {
        Repository.Folders("src/CoinMoebius.Sdk").Should().BeEquivalentTo(Layers);
        Repository.Files("src/CoinMoebius.Sdk", ".cs").Where(file => file.Count(letter => letter == '/') == 2).Should().BeEmpty("a file belongs to a layer");
    }

    [Test]
    public void A_layer_uses_none_above_it() =>
        TypeUse.OfCore.Where(use => Level(use.To) > Level(use.From)).Should().BeEmpty();

    [Test]
    public void The_layers_are_seen() =>
        TypeUse.OfCore.Select(use => (Level(use.From), Level(use.To))).Where(pair => pair.Item1 != pair.Item2).Distinct().Count().Should().BeGreaterThan(
            Layers.Length, "a test that sees no edges proves nothing");

    /// <summary>Provider 16 then touches none of providers 1 to 15.</summary>
    [Test]
    public void No_provider_uses_another() =>
        TypeUse.OfCore.Where(use => Provider(use.From) is { } from && Provider(use.To) is { } to && from != to).Should().BeEmpty();

    [Test]
    public void Only_providers_and_registration_know_a_provider_by_name() =>
        TypeUse.OfCore.Where(use => use.To.EndsWith("/PaymentProvider.cs", StringComparison.Ordinal) && Regex.IsMatch(use.Name, @"^(PaymentProvider|Values)\.\w"))
            .Where(use => !use.Name.Contains('(', StringComparison.Ordinal) && !Neutral.Contains(use.Name.Split('.')[^1]))
            .Where(use => Level(use.From) < Array.IndexOf(Layers, "Providers")).Should().BeEmpty();

    private static readonly string[] Neutral = ["Value", "TakesForms"];

    private static int Level(string file) => Array.IndexOf(Layers, file.Split('/')[0]);

    private static string? Provider(string file) => file.Split('/') is ["Providers", var name, ..] ? name : null;
}
