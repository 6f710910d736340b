namespace CoinMoebius.Shop.Tests.Support;

/// <summary>The shop's own folder, with its pages.</summary>
internal static class ShopFolder
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) => File.Exists(System.IO.Path.Combine(folder.FullName, "CoinMoebius.Sdk.sln"))
        ? System.IO.Path.Combine(folder.FullName, "samples", "Shop")
        : Find(folder.Parent!);
}
