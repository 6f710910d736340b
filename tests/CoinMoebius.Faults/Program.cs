using CoinMoebius.Faults;

using var end = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The processes and files are ours to end and delete first.
    pressed.Cancel = true;
    end.Cancel();
};
using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        end.Cancel();
    });
return await FaultsApplication.InvokeAsync(args, Console.Out, Console.Error, !Console.IsOutputRedirected, end.Token);
