namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// What the address claims with which Mobbex sends the payer's browser back. <b>Never proof of a payment</b>: nothing in it is signed, and
/// the payer can change every part. Use it to choose what the page says; what was paid, notifications and
/// <see cref="IMobbexClient.GetOperationAsync"/> tell. Source: mobbex.dev/checkout.
/// </summary>
public sealed record MobbexReturn
{
    private const string NoTransaction = "-1";
    private const string NoType = "none";

    /// <summary>The status the address claims; null when it has none that can be read, for example <c>undefined</c>.</summary>
    public MobbexStatusCode? ClaimedStatus { get; init; }

    /// <summary>What the payer is said to have paid with: <c>card</c>, <c>cash</c>, <c>none</c> or something newer; or null.</summary>
    public string? ClaimedType { get; init; }

    /// <summary>The id of the operation, to look it up with; null when there is none (<c>-1</c>).</summary>
    public string? ClaimedTransactionId { get; init; }

    /// <summary>True when the page may say that the payment is being confirmed. Not that it was made.</summary>
    public bool ClaimsPaid => ClaimedStatus is { IsPaid: true };

    /// <summary>True when the payer is said to have gone back without paying: status 0 and type <c>none</c>.</summary>
    public bool ClaimsCanceled => ClaimedStatus == MobbexStatusCode.None && ClaimedType is (null or NoType) && ClaimedTransactionId is null;

    /// <summary>Reads the address that the browser called.</summary>
    /// <param name="url">The address, absolute or relative; parameters of your own do no harm.</param>
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

    /// <summary>Reads a query, with or without its question mark. Of a parameter that comes twice, the first counts.</summary>
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
