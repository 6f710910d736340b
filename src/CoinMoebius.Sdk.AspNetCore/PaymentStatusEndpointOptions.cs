namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>What the status endpoint returns to a browser. The endpoint reads the options for each request.</summary>
public sealed class PaymentStatusEndpointOptions
{
    private static readonly string[] PersonalParts = ["email", "phone", "address", "birth", "passport"];

    private static readonly HashSet<string> PersonalNames = new(StringComparer.Ordinal)
    {
        "name", "firstname", "lastname", "fullname", "surname", "givenname", "familyname", "middlename", "buyername", "customername",
        "payername", "cardholdername", "username", "mail", "mobile", "tel", "ip", "ipaddr", "clientip", "remoteip", "customerip", "city",
        "zip", "postcode", "postalcode", "street", "ssn", "taxid", "iban",
    };

    /// <summary>
    /// The keys of the metadata that a browser may see. Empty by default: anyone who knows or guesses a payment's id can query the endpoint,
    /// and the SDK cannot judge what the metadata holds. Start-up fails for keys that name personal data (email, name, phone, address, ip and
    /// the like).
    /// </summary>
    public ISet<string> MetadataKeys { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True when a key names personal data, in any casing and with any separators.</summary>
    internal static bool IsPersonal(string key)
    {
        var plain = string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return PersonalNames.Contains(plain) || PersonalParts.Any(part => plain.Contains(part, StringComparison.Ordinal));
    }
}
