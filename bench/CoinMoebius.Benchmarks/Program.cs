using BenchmarkDotNet.Running;
using CoinMoebius.Benchmarks.Ratios;

if (args is ["ratios", .. var names])
{
    return await RatioRun.RunAsync(names);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
