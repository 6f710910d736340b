namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// The claims in the address to which Mobbex returns the payer's browser. <b>Never proof of a payment</b>: they are not signed, and the
/// payer can change all of them. Use them only to choose the page's text; notifications and
/// <see cref="IMobbexClient.GetOperationAsync"/> report what was paid. Source: mobbex.dev/checkout.
/// </summary>
public sealed record MobbexReturn
{
    private const string NoTransaction = "-1";
    private const string NoType = "none";

    /// <summary>The claimed status; null when it is absent or unreadable, for example <c>undefined</c>.</summary>
    public MobbexStatusCode? ClaimedStatus { get; init; }

    /// <summary>The claimed payment method: <c>card</c>, <c>cash</c>, <c>none</c> or another value; or null.</summary>
    public string? ClaimedType { get; init; }

    /// <summary>The claimed id of the operation, for a look-up; null when there is none (<c>-1</c>).</summary>
    public string? ClaimedTransactionId { get; init; }

    /// <summary>True when the page may show that the payment is being confirmed, but not that it succeeded.</summary>
    public bool ClaimsPaid => ClaimedStatus is { IsPaid: true };

    /// <summary>True when the address claims that the payer cancelled: status 0 and type <c>none</c>.</summary>
    public bool ClaimsCanceled => ClaimedStatus == MobbexStatusCode.None && ClaimedType is (null or NoType) && ClaimedTransactionId is null;

    /// <summary>Reads the address that the browser requested.</summary>
    /// <param name="url">The address, absolute or relative; other parameters are ignored.</param>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public static MobbexReturn Parse(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var text = url.OriginalString;
        var query = text.AsSpan().IndexOf('?');
        var fragment = text.AsSpan().IndexOf('#');
        return query < 0 || (fragment >= 0 && fragment < query)
            ? new()
            : Parse(fragment < 0 ? text[query..] : text[query..fragment]);
    }

    /// <summary>Reads a query, with or without its question mark. When a parameter occurs twice, the first counts.</summary>
    /// <param name="query">The query.</param>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    public static MobbexReturn Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string? status = null, type = null, transactionId = null;
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var equals = pair.AsSpan().IndexOf('=');
            var value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
            switch (equals < 0 ? pair : pair[..equals])
            {
                case "status":
                    status ??= value;
                    break;
                case "type":
                    type ??= value;
                    break;
                case "transactionId":
                    transactionId ??= value;
                    break;
                default:
                    break;
            }
        }

        return new()
        {
            ClaimedStatus = MobbexStatusCode.TryParse(status, out var code) ? code : null,
            ClaimedType = type is { Length: > 0 } ? type : null,
            ClaimedTransactionId = transactionId is { Length: > 0 } and not NoTransaction ? transactionId : null,
        };
    }
}
