namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>What the status endpoint tells a browser. Read anew for each request.</summary>
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
    /// The metadata a browser may see, by key. None unless added: whoever knows or guesses a payment's id can ask, and what the
    /// metadata holds is not the SDK's to judge. Keys that name personal data (email, name, phone, address, ip and their like) are
    /// refused at start-up.
    /// </summary>
    public ISet<string> MetadataKeys { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True when a key names personal data, however it is spelt.</summary>
    internal static bool IsPersonal(string key)
    {
        var plain = string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return PersonalNames.Contains(plain) || PersonalParts.Any(part => plain.Contains(part, StringComparison.Ordinal));
    }
}
