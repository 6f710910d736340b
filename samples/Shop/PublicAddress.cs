using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Shop;

/// <summary>
/// Where buyers and providers reach this shop: what <c>PublicUrl</c> in the configuration says, else where it listens on this machine.
/// Never what a request says: whoever sends it writes its <c>Host</c>, and Mobbex's token would go to a stranger.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    /// <summary>The setting.</summary>
    public const string Setting = "PublicUrl";

    private readonly Uri? _configured = Read(configuration[Setting]);

    /// <summary>The shop's address for others.</summary>
    public Uri Url => _configured ?? Listening;

    /// <summary>Where the running shop listens, as this machine reaches it.</summary>
    public Uri Listening
    {
        get
        {
            var address = new UriBuilder(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
            if (address.Host is "0.0.0.0" or "[::]")
            {
                address.Host = "localhost";
            }

            return address.Uri;
        }
    }

    private static Uri? Read(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) ? url
        : throw new InvalidOperationException($"{Setting} must be an absolute https URL, such as https://your.shop (http for this machine only).");
}
