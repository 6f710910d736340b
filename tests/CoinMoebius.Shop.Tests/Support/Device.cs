using Microsoft.Playwright;

namespace CoinMoebius.Shop.Tests.Support;

/// <summary>What a person looks at the pages with.</summary>
public sealed record Device(int Width = 1280, int Height = 720, ColorScheme Scheme = ColorScheme.Light, ReducedMotion Motion = ReducedMotion.NoPreference);
