using System.Globalization;

namespace CoinMoebius.Faults;

/// <summary>The databases to run on.</summary>
public enum StoreKind
{
    Postgres,
    Sqlite,
}

/// <summary>What a run is made of.</summary>
public sealed record FaultOptions
{
    public const string Help = """
        Sends signed webhooks to the Shop, kills its processes and stops its database meanwhile, and compares the Shop's own tables with what was sent.

          --store postgres|sqlite   the database; a throw-away one unless --connection is given
          --deliveries N            distinct authentic events, each sent 1 to 4 times and until it is answered 200   (2000)
          --payments N              the payments that they are of                                                   (a quarter)
          --forged N                forged deliveries on top, in percent of the authentic ones                      (25)
          --processes N             receivers side by side; on SQLite 1                                             (4; 1)
          --kills N                 how often a receiver is killed with SIGKILL                                     (4)
          --database-stops N        how often the database is stopped at once and started again; on SQLite 0        (1; 0)
          --seed N                  makes the same plan again                                                       (1)
          --connection TEXT         an empty database of your own, which is not stopped
          --keep                    keeps the database and the receivers' logs
          --help

        The last line says what came of it. Exit code 0: nothing is wrong; 1: something is; 2: the arguments are.
        """;

    private const int Most = 10_000_000;

    public required StoreKind Store { get; init; }

    public string? Connection { get; init; }

    public int Deliveries { get; init; } = 2000;

    public int Payments { get; init; }

    public int ForgedPercent { get; init; } = 25;

    public int Processes { get; init; }

    public int Kills { get; init; }

    public int DatabaseStops { get; init; }

    public int Seed { get; init; } = 1;

    public bool Keep { get; init; }

    /// <summary>Reads the arguments; null when help is asked for.</summary>
    /// <exception cref="UsageException">They make no sense.</exception>
    public static FaultOptions? Parse(IReadOnlyList<string> args)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--help" or "-h" or "-?":
                    return null;
                case "--keep":
                    texts["--keep"] = "";
                    break;
                case "--store" or "--deliveries" or "--payments" or "--forged" or "--processes" or "--kills" or "--database-stops" or "--seed"
                    or "--connection":
                    if (i + 1 == args.Count)
                    {
                        throw new UsageException($"{args[i]} needs a value.");
                    }

                    if (!texts.TryAdd(args[i], args[i + 1]))
                    {
                        throw new UsageException($"{args[i]} is given twice.");
                    }

                    i++;
                    break;
                default:
                    throw new UsageException($"{args[i]} is no option; --help lists them.");
            }
        }

        return Read(texts);
    }

    private static FaultOptions Read(Dictionary<string, string> texts)
    {
        var store = texts.GetValueOrDefault("--store") switch
        {
            "postgres" => StoreKind.Postgres,
            "sqlite" => StoreKind.Sqlite,
            null => throw new UsageException("--store postgres or --store sqlite is needed."),
            var other => throw new UsageException($"--store {other} is neither postgres nor sqlite."),
        };
        var connection = texts.GetValueOrDefault("--connection");
        var deliveries = Number("--deliveries", 2000, 1);
        var isSqlite = store == StoreKind.Sqlite;
        var options = new FaultOptions
        {
            Store = store,
            Connection = connection,
            Deliveries = deliveries,
            Payments = Number("--payments", Math.Max(1, deliveries / 4), 1),
            ForgedPercent = Number("--forged", 25, 0, 1000),
            Processes = Number("--processes", isSqlite ? 1 : 4, 1, 64),
            Kills = Number("--kills", 4, 0),
            DatabaseStops = Number("--database-stops", isSqlite || connection is not null ? 0 : 1, 0),
            Seed = Number("--seed", 1, 0, int.MaxValue),
            Keep = texts.ContainsKey("--keep"),
        };
        return options switch
        {
            { Payments: var payments } when payments > deliveries =>
                throw new UsageException("--payments must not be above --deliveries: every payment has an event."),
            { Store: StoreKind.Sqlite, Processes: > 1 } =>
                throw new UsageException("--processes must be 1 on SQLite: one process uses its file."),
            { Store: StoreKind.Sqlite, DatabaseStops: > 0 } =>
                throw new UsageException("--database-stops must be 0 on SQLite: there is no server to stop."),
            { Connection: not null, DatabaseStops: > 0 } =>
                throw new UsageException("--database-stops must be 0 with --connection: only a throw-away server is stopped."),
            _ => options,
        };

        int Number(string name, int otherwise, int least, int most = Most) =>
            !texts.TryGetValue(name, out var text) ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new UsageException($"{name} must be a whole number from {least} to {most}, not {text}.");
    }
}
