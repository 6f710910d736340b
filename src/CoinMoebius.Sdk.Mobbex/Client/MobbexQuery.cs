using System.Globalization;
using System.Text;

namespace CoinMoebius.Sdk.Mobbex.Client;

/// <summary>Appends a query to a path; null values are left out.</summary>
internal sealed class MobbexQuery(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    public MobbexQuery Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    public MobbexQuery Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public MobbexQuery Add(string name, decimal? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public MobbexQuery Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "true" : "false");

    public MobbexQuery Add(string name, DateTimeOffset? value) =>
        Add(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds a list, as <c>name[]=…</c> for each value.</summary>
    public MobbexQuery AddAll(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Add(name + "%5B%5D", value);
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
