using System.Security;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>
/// PayPal's certificates in files, so that a restart need not fetch them. A certificate is public, and is checked like a fetched one each
/// time it is loaded: whoever changes a file can make it useless, no more.
/// </summary>
internal static class CertificateFiles
{
    // PayPal changes its certificate about once a year.
    private const int MaxFiles = 16;
    private const string Extension = ".pem";
    private const string Prefix = "https://";
    private const string Path = "/v1/notifications/certs/";

    /// <summary>The newest files, each with the URL that it was fetched from. What cannot be read is left out.</summary>
    public static List<(string Url, string Pem)> Load(string directory, PayPalEnvironment environment)
    {
        var loaded = new List<(string, string)>();
        try
        {
            foreach (var file in new DirectoryInfo(directory).GetFiles("*" + Extension).OrderByDescending(static file => file.LastWriteTimeUtc).Take(MaxFiles))
            {
                if (file.Length <= BoundedContent.MaxBytes && UrlOf(file.Name) is { } url && CertificateUrl.IsAllowed(url, environment))
                {
                    loaded.Add((url, File.ReadAllText(file.FullName)));
                }
            }
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            // What is not known is fetched.
        }

        return loaded;
    }

    /// <summary>Keeps a certificate. A failure is no reason to refuse the delivery that brought it.</summary>
    public static void Save(string directory, string url, string pem)
    {
        // First under another name: a process that starts meanwhile reads all of a file or nothing.
        var file = System.IO.Path.Combine(directory, NameOf(url));
        var unfinished = file + "." + Guid.NewGuid().ToString("N");
        try
        {
            File.WriteAllText(unfinished, pem);
            if (File.Exists(file))
            {
                File.Replace(unfinished, file, null);
            }
            else
            {
                File.Move(unfinished, file);
            }
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            TryDelete(unfinished);
        }
    }

    /// <summary>Why certificates cannot be kept in a directory, as the end of a sentence; null when they can.</summary>
    public static string? Problem(string directory)
    {
        try
        {
            if (!Directory.Exists(directory))
            {
                return "does not exist";
            }

            using var probe = new FileStream(
                System.IO.Path.Combine(directory, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return "cannot be written to";
        }
    }

    private static string NameOf(string url) => HostOf(url) + "_" + CertificateUrl.NameOf(url) + Extension;

    private static string HostOf(string url) => url[Prefix.Length..url.IndexOf('/', Prefix.Length)];

    // Hosts have no underscore.
    private static string? UrlOf(string name) =>
        name.AsSpan().IndexOf('_') is > 0 and var at ? Prefix + name[..at] + Path + name[(at + 1)..^Extension.Length] : null;

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            // It is in nobody's way.
        }
    }

    private static bool IsExpected(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;
}
