using System.Globalization;

namespace CoinMoebius.Fuzz;

/// <summary>What a run is made of.</summary>
/// <param name="Iterations">The deliveries in all.</param>
/// <param name="Seed">Makes the same deliveries again.</param>
/// <param name="Provider">The one provider to try, or null for all.</param>
internal sealed record FuzzOptions(int Iterations, int Seed, string? Provider)
{
    public const string Help = """
        Changes authentic webhooks of every provider at random and hands them to its verifier, which must not throw, must not accept another
        content than was signed, and must not make more work than the bytes are worth. Some changed bodies are signed again, with the right
        secret: they must be accepted or found malformed.

          --iterations N    deliveries in all                    (200000)
          --seed N          makes the same deliveries again      (1)
          --provider ID     one provider alone
          --help

        Exit code 0: nothing is wrong; 1: something is; 2: the arguments are.
        """;

    /// <summary>Reads the arguments; null when help is asked for.</summary>
    /// <exception cref="ArgumentException">They make no sense.</exception>
    public static FuzzOptions? Parse(IReadOnlyList<string> args)
    {
        var options = new FuzzOptions(200_000, 1, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is "--help" or "-h" or "-?")
            {
                return null;
            }

            if (i + 1 == args.Count)
            {
                throw new ArgumentException($"{args[i]} needs a value; --help lists the options.");
            }

            options = args[i] switch
            {
                "--iterations" => options with { Iterations = Number(args[i], args[i + 1]) },
                "--seed" => options with { Seed = Number(args[i], args[i + 1]) },
                "--provider" => options with { Provider = args[i + 1] },
                var other => throw new ArgumentException($"{other} is no option; --help lists them."),
            };
        }

        return options;
    }

    private static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"{name} needs a whole number.");
}
