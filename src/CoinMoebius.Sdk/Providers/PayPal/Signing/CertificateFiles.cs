using System.Security;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>
/// Stores PayPal's certificates in files, so that a restart needs no fetching. A certificate is public and is checked like a fetched one
/// each time it is loaded: changing a file can only make it useless.
/// </summary>
internal static class CertificateFiles
{
    // PayPal changes its certificate about once a year.
    private const int MaxFiles = 16;
    private const string Extension = ".pem";
    private const string Prefix = "https://";
    private const string Path = "/v1/notifications/certs/";

    /// <summary>Loads the newest files, each with its original URL. It skips unreadable ones.</summary>
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
            // The verifier fetches unknown certificates.
        }

        return loaded;
    }

    /// <summary>Stores a certificate. A failure is no reason to reject the delivery.</summary>
    public static void Save(string directory, string url, string pem)
    {
        // Write under another name first, so that a process that starts meanwhile reads a complete file or none.
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

    /// <summary>Returns why a directory cannot store certificates, as the end of a sentence; null when it can.</summary>
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
            // A leftover file does no harm.
        }
    }

    private static bool IsExpected(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;
}
