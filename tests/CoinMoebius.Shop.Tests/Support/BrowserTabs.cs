using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CoinMoebius.Shop.Tests.Support;

/// <summary>The tabs of a browser. One that a test has left serves the next: to open a tab costs more than most tests do.</summary>
public sealed class BrowserTabs(IBrowserContext context)
{
    private readonly ConcurrentBag<IPage> _free = [];

    /// <summary>An empty tab for a test, as a device shows it.</summary>
    public async Task<IPage> TakeAsync(Device device)
    {
        var tab = _free.TryTake(out var free) ? free : await context.NewPageAsync();
        await tab.SetViewportSizeAsync(device.Width, device.Height);
        await tab.EmulateMediaAsync(new() { ColorScheme = device.Scheme, ReducedMotion = device.Motion });
        return tab;
    }

    /// <summary>Ends what the tab shows and keeps it for another test.</summary>
    public async Task LeaveAsync(IPage tab)
    {
        await tab.GotoAsync("about:blank");
        _free.Add(tab);
    }

    /// <summary>Forgets what an earlier shop at the same address has stored in the browser.</summary>
    public async Task ForgetAsync(IPage tab, Uri shop)
    {
        var session = await context.NewCDPSessionAsync(tab);
        await session.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = shop.GetLeftPart(UriPartial.Authority), ["storageTypes"] = "all" });
        await session.DetachAsync();
    }
}
