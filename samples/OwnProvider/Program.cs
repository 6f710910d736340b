using OwnProvider;

await OwnProviderApplication.RunAsync(Console.Out);
