namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Which operations to list. Source: mobbex.dev/consulta-de-operaciones-y-childs.</summary>
public sealed record MobbexOperationQuery
{
    /// <summary>The largest page Mobbex gives.</summary>
    public const int MaxPageSize = 50;

    /// <summary>Operations in one request, 1 to 50; 50 unless set. The listing goes over all pages in any case.</summary>
    public int PageSize { get; init; } = MaxPageSize;

    /// <summary>Only those with this status.</summary>
    public MobbexStatusCode? Status { get; init; }

    /// <summary>Only those in this currency: <c>ARS</c>, or <c>TEST</c> for test mode.</summary>
    public string? Currency { get; init; }

    /// <summary>Only those made at or after this time. Sent as ISO 8601 in UTC; the documentation names no format.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only those made at or before this time.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Only those changed at or after this time.</summary>
    public DateTimeOffset? UpdatedFrom { get; init; }

    /// <summary>Only those changed at or before this time.</summary>
    public DateTimeOffset? UpdatedTo { get; init; }

    /// <summary>Only those that hold this text.</summary>
    public string? Text { get; init; }

    /// <summary>Only those with this reference of the merchant's.</summary>
    public string? Reference { get; init; }

    /// <summary>True for operations of the test mode only.</summary>
    public bool? Test { get; init; }

    /// <summary>Only those from these contexts, for example <c>plugin.value.checkout:web</c>.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>The type's name: the query may name a person.</summary>
    public override string ToString() => nameof(MobbexOperationQuery);
}
