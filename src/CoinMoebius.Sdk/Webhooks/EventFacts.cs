using System.Globalization;
using System.Text;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>What an event says, as bytes to make an id of where the answer of an API has none.</summary>
internal static class EventFacts
{
    /// <summary>One fact a line; one that is not known is an empty line.</summary>
    public static byte[] Join(params string?[] facts) => Encoding.UTF8.GetBytes(string.Join("\n", facts));

    /// <summary>An amount without trailing zeros.</summary>
    public static string? Of(decimal? amount) => amount?.ToString("0.############################", CultureInfo.InvariantCulture);
}
