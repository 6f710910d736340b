using Spectre.Console;

namespace Gateways;

/// <summary>Shows the run: with bars and a table on a terminal, with plain lines where the output is a file or a pipe.</summary>
public sealed class Display(IAnsiConsole console)
{
    /// <summary>Runs the gateways one after the other and shows how far each is.</summary>
    public Task<IReadOnlyList<Journal>> RunAsync(IReadOnlyList<IGateway> gateways, GatewayHost host, CancellationToken cancellationToken) =>
        console.Profile.Out.IsTerminal ? RunWithBarsAsync(gateways, host, cancellationToken) : RunWithLinesAsync(gateways, host, cancellationToken);

    /// <summary>Shows how it ended.</summary>
    public void Summarize(IReadOnlyList<Journal> journals)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            foreach (var journal in journals)
            {
                WriteLine($"{journal.Gateway} | {journal.Against} | {string.Join(" | ", Facts(journal).Select(fact => fact.Text))} | {journal.Error ?? "ok"}");
            }

            return;
        }

        var table = new Table().RoundedBorder().ShowRowSeparators().AddColumns("Gateway", "What happened", "Result");
        foreach (var journal in journals)
        {
            table.AddRow(
                new Markup($"[bold]{Markup.Escape(journal.Gateway)}[/]\n[grey]{Markup.Escape(journal.Against)}[/]"),
                new Markup(string.Join('\n', Facts(journal).Select(fact => $"[grey]{fact.Name,-9}[/]{Markup.Escape(fact.Text)}"))),
                journal.Error is { } error ? new Markup($"[red]{Markup.Escape(error)}[/]") : new Markup("[green]ok[/]"));
        }

        console.Write(table);
    }

    private async Task<IReadOnlyList<Journal>> RunWithBarsAsync(
        IReadOnlyList<IGateway> gateways, GatewayHost host, CancellationToken cancellationToken)
    {
        var journals = new List<Journal>();
        await console.Progress().Columns(new ProgressBarColumn { Width = 16 }, new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                var bars = gateways.Select(gateway => context.AddTask(gateway.Name, maxValue: Journal.Steps)).ToList();
                foreach (var (gateway, bar) in gateways.Zip(bars))
                {
                    var journal = new Journal(gateway.Name, host.IsSimulated(gateway), (now, sentence) =>
                    {
                        bar.Description = Markup.Escape($"{now.Gateway}: {sentence}");
                        bar.Value = now.Done;
                    });
                    journals.Add(journal);
                    await host.RunAsync(gateway, journal, cancellationToken);
                    bar.StopTask();
                }
            });
        return journals;
    }

    private async Task<IReadOnlyList<Journal>> RunWithLinesAsync(
        IReadOnlyList<IGateway> gateways, GatewayHost host, CancellationToken cancellationToken)
    {
        var journals = new List<Journal>();
        foreach (var gateway in gateways)
        {
            var journal = new Journal(gateway.Name, host.IsSimulated(gateway), (now, sentence) => WriteLine($"{now.Gateway}: {sentence}"));
            journals.Add(journal);
            await host.RunAsync(gateway, journal, cancellationToken);
        }

        return journals;
    }

    // Not through Spectre.Console, which would wrap the line at the width of a terminal that is not there.
    private void WriteLine(string line) => console.Profile.Out.Writer.WriteLine(line);

    private static (string Name, string Text)[] Facts(Journal journal) =>
    [
        ("Payment", journal.Payment),
        ("Amount", journal.Amount),
        ("Watched", string.Join(" → ", journal.Watched)),
        ("Webhooks", string.Join(", ", journal.Events)),
        ("After it", journal.Refund),
    ];
}
