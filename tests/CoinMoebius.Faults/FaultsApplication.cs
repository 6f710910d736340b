namespace CoinMoebius.Faults;

/// <summary>The command, apart from the console.</summary>
public static class FaultsApplication
{
    private const int Wrong = 1;
    private const int Usage = 2;

    /// <returns>0 when nothing is wrong, 1 when something is or the run could not end, 2 when the arguments are.</returns>
    public static async Task<int> InvokeAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, bool isTerminal, CancellationToken cancellationToken = default)
    {
        try
        {
            if (FaultOptions.Parse(args) is not { } options)
            {
                await output.WriteLineAsync(FaultOptions.Help);
                return 0;
            }

            return await new FaultRun(options, output, isTerminal, TimeProvider.System).RunAsync(cancellationToken) ? 0 : Wrong;
        }
        catch (UsageException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("The run was stopped before its end.");
            return Wrong;
        }
        catch (Exception exception)
        {
            await error.WriteLineAsync($"The run could not end: {exception.GetType().Name}: {exception.Message}");
            return Wrong;
        }
    }
}
