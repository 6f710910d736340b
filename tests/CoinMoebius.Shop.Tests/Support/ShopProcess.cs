using System.Diagnostics;
using System.Text.RegularExpressions;
using CoinMoebius.Sdk.Testing;
using Shop;

namespace CoinMoebius.Shop.Tests.Support;

/// <summary>The shop as a process of its own, which can be killed. Payments are real, over Stripe, as far as the shop can tell.</summary>
internal sealed partial class ShopProcess : IAsyncDisposable
{
    private const string Secret = "whsec_0123456789abcdef0123456789abcdef";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task _output;

    private ShopProcess(Process process, Uri address)
    {
        _process = process;
        Http = new() { BaseAddress = address };
        _output = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Signs what this shop accepts.</summary>
    public static StripeWebhookSigner Signer { get; } = new(Secret);

    public HttpClient Http { get; }

    public static async Task<ShopProcess> StartAsync(string connectionString)
    {
        string[] arguments =
        [
            typeof(ShopApplication).Assembly.Location, "--contentRoot", ShopFolder.Path, "--urls", "http://127.0.0.1:0",
            "--ConnectionStrings:Shop", connectionString, "--Simulator", "false", "--Stripe:Secrets:0", Secret,
            "--CoinMoebius:ProjectId", "proj_1", "--CoinMoebius:ApiKey", "cmk_test_shop",
            "--Inbox:LeaseDuration", "00:00:02", "--Inbox:RetryDelay", "00:00:00.1", "--Logging:LogLevel:Default", "None",
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(StartLimit);
        using var end = limit.Token.Register(process.Kill);
        var told = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            told += line + "\n";
            if (Opening().Match(line) is { Success: true } match)
            {
                return new(process, new(match.Groups[1].Value));
            }
        }

        throw new InvalidOperationException("The shop did not open: " + told);
    }

    /// <summary>Posts a delivery; true when it was answered 200, false when the process ended first.</summary>
    public async Task<bool> TryDeliverAsync(SignedWebhook delivery)
    {
        try
        {
            using var answer = await Http.SendAsync(delivery.ToHttpRequest(new Uri(Http.BaseAddress!, "/webhooks/stripe")));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Ends it at once, as SIGKILL does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _output;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Http.Dispose();
        _process.Dispose();
    }

    [GeneratedRegex("The shop is open at (http://[^ ]+)")]
    private static partial Regex Opening();
}
