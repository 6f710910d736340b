using BenchmarkDotNet.Running;
using CoinMoebius.Benchmarks.Inbox;
using CoinMoebius.Benchmarks.Ratios;

if (args is ["ratios", .. var names])
{
    return await RatioRun.RunAsync(names);
}

if (args is ["inbox", .. var options])
{
    return await InboxRun.RunAsync(options);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
