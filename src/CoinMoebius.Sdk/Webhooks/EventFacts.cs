using System.Globalization;
using System.Text;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Encodes an event's facts as bytes, to derive an id if the response of an API has none.</summary>
internal static class EventFacts
{
    /// <summary>Joins the facts, one per line; an unknown fact is an empty line.</summary>
    public static byte[] Join(params string?[] facts) => Encoding.UTF8.GetBytes(string.Join("\n", facts));

    /// <summary>Returns an amount without trailing zeros.</summary>
    public static string? Of(decimal? amount) => amount?.ToString("0.############################", CultureInfo.InvariantCulture);
}
