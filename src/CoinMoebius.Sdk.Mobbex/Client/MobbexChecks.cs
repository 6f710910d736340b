namespace CoinMoebius.Sdk.Mobbex.Client;

/// <summary>Checks single values before the client sends them; each exception names the property.</summary>
internal static class MobbexChecks
{
    public const int MaxTextLength = 255;
    private const int Decimals = 2;

    public static void Text(string? value, string name, int maxLength = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("It is required: set a text.", name);
        }

        if (value!.Length > maxLength)
        {
            throw new ArgumentException($"It has {value.Length} characters; Mobbex takes {maxLength}.", name);
        }
    }

    public static void OptionalText(string? value, string name, int maxLength = int.MaxValue)
    {
        if (value is not null)
        {
            Text(value, name, maxLength);
        }
    }

    /// <summary>An amount above zero.</summary>
    public static void Amount(decimal value, string name)
    {
        NoMoreDecimals(value, name);
        if (value <= 0)
        {
            throw new ArgumentException("It must be above zero.", name);
        }
    }

    /// <summary>An amount that may be zero or absent.</summary>
    public static void AmountOrZero(decimal? value, string name)
    {
        if (value is { } amount)
        {
            NoMoreDecimals(amount, name);
            if (amount < 0)
            {
                throw new ArgumentException("It must not be negative.", name);
            }
        }
    }

    public static void NoMoreDecimals(decimal value, string name)
    {
        if (decimal.Round(value, Decimals) != value)
        {
            throw new ArgumentException($"It has more than {Decimals} decimals; round it first.", name);
        }
    }

    public static void OneOf(string? value, string name, params string[] allowed)
    {
        if (Array.IndexOf(allowed, value) < 0)
        {
            throw new ArgumentException($"It must be one of: {string.Join(", ", allowed)}.", name);
        }
    }

    public static void AtLeast(int? value, int least, string name)
    {
        if (value < least)
        {
            throw new ArgumentException($"It must be {least} or more.", name);
        }
    }

    public static void Date(MobbexDate? date, string name, bool needsYear)
    {
        if (date is null)
        {
            throw new ArgumentException("It is required: set the day and month.", name);
        }

        if (needsYear && date.Year is not (>= 1000 and <= 9999))
        {
            throw new ArgumentException("The year must have four digits.", $"{name}.{nameof(date.Year)}");
        }

        if (date.Month is not (>= 1 and <= 12))
        {
            throw new ArgumentException("The month must be 1 to 12.", $"{name}.{nameof(date.Month)}");
        }

        // Without a year, or with a two-digit year, February 29 may exist.
        var year = date.Year is >= 1000 and <= 9999 ? date.Year.Value : 2000;
        if (date.Day is not { } day || day < 1 || day > DateTime.DaysInMonth(year, date.Month.Value))
        {
            throw new ArgumentException("The month does not have this day.", $"{name}.{nameof(date.Day)}");
        }
    }

    /// <summary>Where notifications go, whose address holds a token.</summary>
    public static void Webhook(Uri? url, string name)
    {
        if (url is not null && !Http.SafeUrls.IsSafe(url))
        {
            throw new ArgumentException("The address must be https, or http on a loopback address: it holds a token.", name);
        }
    }

    /// <summary>A picture that Mobbex shows on its page.</summary>
    public static void Picture(string? url, string name)
    {
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The address must be https, or Mobbex does not show the picture.", name);
        }
    }
}
