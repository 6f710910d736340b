using CoinMoebius.Cli;

return await CommandLineApplication.InvokeAsync(args, CommandIo.FromConsole());
