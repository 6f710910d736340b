namespace CoinMoebius.Sdk.Mobbex.Client;

/// <summary>Checks the objects that several requests share.</summary>
internal static class MobbexRequestChecks
{
    public static void Customer(MobbexCustomer? customer, string name)
    {
        if (customer is null)
        {
            throw new ArgumentException("It is required: Mobbex needs the customer's name, email and identification.", name);
        }

        MobbexChecks.Text(customer.Name, $"{name}.{nameof(customer.Name)}");
        MobbexChecks.Text(customer.Email, $"{name}.{nameof(customer.Email)}");
        MobbexChecks.Text(customer.Identification, $"{name}.{nameof(customer.Identification)}");
        OptionalCustomer(customer, name);
    }

    /// <summary>Checks what applies to updates too.</summary>
    public static void OptionalCustomer(MobbexCustomer? customer, string name)
    {
        if (customer?.Uid is not null && customer.CreatedAt is null)
        {
            throw new ArgumentException("It is required with Uid: set the time of the account's creation.", $"{name}.{nameof(customer.CreatedAt)}");
        }

        if (customer?.BirthDate is { } birthDate)
        {
            MobbexChecks.Date(birthDate, $"{name}.{nameof(customer.BirthDate)}", needsYear: true);
        }
    }

    public static void Items(IReadOnlyList<MobbexItem>? items, string name)
    {
        for (var i = 0; i < items?.Count; i++)
        {
            var (item, at) = (items[i], $"{name}[{i}]");
            if (item.Type == MobbexItem.SubscriptionType)
            {
                MobbexChecks.Text(item.Reference, $"{at}.{nameof(item.Reference)}");
            }

            if (item.Total is { } total)
            {
                MobbexChecks.NoMoreDecimals(total, $"{at}.{nameof(item.Total)}");
            }

            MobbexChecks.Picture(item.Image, $"{at}.{nameof(item.Image)}");
        }
    }

    public static void Addresses(IReadOnlyList<MobbexAddress>? addresses, string name)
    {
        for (var i = 0; i < addresses?.Count; i++)
        {
            var (address, at) = (addresses[i], $"{name}[{i}]");
            MobbexChecks.OneOf(address.Type, $"{at}.{nameof(address.Type)}", MobbexAddress.Billing, MobbexAddress.Shipping);
            if (address.Country is { } country && !(country.Length == 3 && country.All(static c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))))
            {
                throw new ArgumentException("The country must be three letters of ISO 3166-1, such as ARG.", $"{at}.{nameof(address.Country)}");
            }
        }
    }

    public static void Options(MobbexCheckoutOptions? options, string name)
    {
        if (options is null)
        {
            return;
        }

        if (options.Embed == true)
        {
            MobbexChecks.Text(options.Domain, $"{name}.{nameof(options.Domain)}");
        }

        MobbexChecks.AtLeast(options.CloseOrReturnTimeout, 0, $"{name}.{nameof(options.CloseOrReturnTimeout)}");
        if (options.Theme is { } theme)
        {
            Theme(theme, $"{name}.{nameof(options.Theme)}");
        }
    }

    public static void Texts(IReadOnlyList<string>? texts, string name)
    {
        for (var i = 0; i < texts?.Count; i++)
        {
            MobbexChecks.Text(texts[i], $"{name}[{i}]");
        }
    }

    public static void Installments(IReadOnlyList<MobbexInstallment>? installments, string name)
    {
        for (var i = 0; i < installments?.Count; i++)
        {
            MobbexChecks.Text(installments[i].Value, $"{name}[{i}]");
        }
    }

    private static void Theme(MobbexTheme theme, string name)
    {
        if (theme.Type is not null)
        {
            MobbexChecks.OneOf(theme.Type, $"{name}.{nameof(theme.Type)}", MobbexTheme.Light, MobbexTheme.Dark);
        }

        Color(theme.Background, $"{name}.{nameof(theme.Background)}");
        Color(theme.Colors?.Primary, $"{name}.{nameof(theme.Colors)}.{nameof(MobbexThemeColors.Primary)}");
        MobbexChecks.Picture(theme.Header?.Logo, $"{name}.{nameof(theme.Header)}.{nameof(MobbexThemeHeader.Logo)}");
    }

    private static void Color(string? color, string name)
    {
        if (color is not null
            && !(color is { Length: 4 or 7 } && color[0] == '#'
                && color.Skip(1).All(static c => c is (>= '0' and <= '9') or (>= 'A' and <= 'F') or (>= 'a' and <= 'f'))))
        {
            throw new ArgumentException("The colour must be written as #RRGGBB or #RGB.", name);
        }
    }
}
