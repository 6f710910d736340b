using Resilience;

await ResilienceApplication.RunAsync(Console.Out);
