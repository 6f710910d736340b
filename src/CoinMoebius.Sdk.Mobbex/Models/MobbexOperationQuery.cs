namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The filter of a listing of operations. Source: mobbex.dev/consulta-de-operaciones-y-childs.</summary>
public sealed record MobbexOperationQuery
{
    /// <summary>The largest page size that Mobbex supports.</summary>
    public const int MaxPageSize = 50;

    /// <summary>The number of operations in one request, 1 to 50. The default is 50. The listing always reads all pages.</summary>
    public int PageSize { get; init; } = MaxPageSize;

    /// <summary>Lists only operations with this status.</summary>
    public MobbexStatusCode? Status { get; init; }

    /// <summary>Lists only operations in this currency: <c>ARS</c>, or <c>TEST</c> for test mode.</summary>
    public string? Currency { get; init; }

    /// <summary>Lists only operations created at or after this time. Sent as ISO 8601 in UTC; the documentation names no format.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Lists only operations created at or before this time.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Lists only operations changed at or after this time.</summary>
    public DateTimeOffset? UpdatedFrom { get; init; }

    /// <summary>Lists only operations changed at or before this time.</summary>
    public DateTimeOffset? UpdatedTo { get; init; }

    /// <summary>Lists only operations that contain this text.</summary>
    public string? Text { get; init; }

    /// <summary>Lists only operations with this reference of the merchant.</summary>
    public string? Reference { get; init; }

    /// <summary>Lists only operations in test mode (true) or outside it (false).</summary>
    public bool? Test { get; init; }

    /// <summary>Lists only operations from these contexts, for example <c>plugin.value.checkout:web</c>.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>The type's name: the query may name a person.</summary>
    public override string ToString() => nameof(MobbexOperationQuery);
}
