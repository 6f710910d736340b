using CoinMoebius.Shop.Tests.Support;
using Microsoft.Playwright;

// These tests wait for pages more than they work.
[assembly: LevelOfParallelism(4)]

namespace CoinMoebius.Shop.Tests;

/// <summary>One browser for all tests.</summary>
[SetUpFixture]
public sealed class Chromium
{
    private const string HowToGetIt = "These tests need Chromium or Chrome on the PATH; on Debian: apt-get install chromium";

    // A browser without windows starts and opens tabs at a fraction of the cost.
    private static readonly string[] Names = ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] UsualPlaces =
    [
        "/usr/lib/chromium",
        "/snap/bin",
        "/opt/google/chrome",
        "/Applications/Chromium.app/Contents/MacOS",
        "/Applications/Google Chrome.app/Contents/MacOS",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application"),
    ];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;
    private static BrowserTabs? _tabs;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        if (Find() is not { } path)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        _tabs = new(await _browser.NewContextAsync());
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>The browser's tabs; without a browser the test is skipped, or fails where nothing may be skipped.</summary>
    public static BrowserTabs Require()
    {
        if (_tabs is null && Environment.GetEnvironmentVariable("COINMOEBIUS_REQUIRE_ALL") == "1")
        {
            Assert.Fail(HowToGetIt);
        }
        else if (_tabs is null)
        {
            Assert.Ignore(HowToGetIt);
        }

        return _tabs!;
    }

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(UsualPlaces);
        var files = Names.Append("Chromium").Append("Google Chrome").SelectMany(name => new[] { name, name + ".exe" }).ToList();
        return folders.SelectMany(folder => files.Select(file => Path.Combine(folder, file))).FirstOrDefault(File.Exists);
    }
}
