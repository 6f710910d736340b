using System.Globalization;
using System.Text;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Writes the query of a list. Payments and refunds use milliseconds, the log of webhooks ISO 8601.</summary>
internal sealed class CoinflowQuery
{
    private const int MaxPageSize = 500;

    private readonly StringBuilder _text = new();

    /// <summary>Validates the size of a page and returns it.</summary>
    public static int Size(int pageSize) => pageSize is >= 1 and <= MaxPageSize
        ? pageSize
        : throw new ArgumentException($"PageSize: it is {pageSize}; use 1 to {MaxPageSize}.", nameof(pageSize));

    public CoinflowQuery Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public CoinflowQuery Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public CoinflowQuery Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public CoinflowQuery Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "true" : "false");

    public CoinflowQuery AddDirection(string name, bool? descending) => Add(name, descending is null ? null : descending.Value ? "-1" : "1");

    public CoinflowQuery AddMilliseconds(string name, DateTimeOffset? time) =>
        Add(name, time?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    public CoinflowQuery AddIso(string name, DateTimeOffset? time) =>
        Add(name, time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
