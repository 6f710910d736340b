using CoinMoebius.Fuzz;

try
{
    if (FuzzOptions.Parse(args) is not { } options)
    {
        Console.WriteLine(FuzzOptions.Help);
        return 0;
    }

    var report = FuzzRun.Start(options);
    report.Write(Console.Out);
    return report.Findings.Count == 0 ? 0 : 1;
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
