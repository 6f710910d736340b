using Gateways;
using Spectre.Console;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await GatewaysApplication.RunAsync(args, AnsiConsole.Console, stop.Token);
