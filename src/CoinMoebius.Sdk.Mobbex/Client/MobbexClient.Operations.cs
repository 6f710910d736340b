using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <content>Operations: look-ups, watches, and what moves money.</content>
partial class MobbexClient
{
    /// <inheritdoc/>
    public Task<MobbexOperation> GetOperationAsync(string id, CancellationToken cancellationToken = default) => _api.SendAsync(
        WithHeaders(ApiCall.Get($"p/operations/{Segment(id)}")), static (body, _) => MobbexEnvelope.ReadOperation(body), 0, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexTransaction>> GetTransactionsAsync(string reference, CancellationToken cancellationToken = default) => ReadListAsync(
        ApiCall.Get($"2.0/transactions/coupons/{Segment(reference)}"), MobbexJson.Default.MobbexTransaction, cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexTransaction> GetTransactionStatusAsync(string couponId, CancellationToken cancellationToken = default)
    {
        MobbexChecks.Text(couponId, nameof(couponId));
        var call = ApiCall.Post("2.0/transactions/status", new MobbexStatusRequest { Id = couponId }, MobbexJson.Default.MobbexStatusRequest);
        return _api.SendAsync(
            WithHeaders(call with { Retry = ApiRetry.Idempotent }), static (body, _) => MobbexEnvelope.ReadTransaction(body), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MobbexTransaction> SearchOperationsAsync(MobbexOperationSearch? search = null, CancellationToken cancellationToken = default)
    {
        search ??= new MobbexOperationSearch();
        if (search.PageSize is < 1 or > MobbexOperationSearch.MaxPageSize)
        {
            throw new ArgumentException(
                $"A page has 1 to {MobbexOperationSearch.MaxPageSize} operations.", $"{nameof(search)}.{nameof(search.PageSize)}");
        }

        return ReadPagesAsync(
            page => new MobbexQuery("p/operations").Add("page", page).Add("limit", search.PageSize)
                .Add("status", search.Status?.Value).Add("currency", search.Currency)
                .Add("created_from", search.CreatedFrom).Add("created_to", search.CreatedTo)
                .Add("updated_from", search.UpdatedFrom).Add("updated_to", search.UpdatedTo)
                .Add("text", search.Text).Add("reference", search.Reference).Add("test", search.Test)
                .Add("context", search.Context.Count == 0 ? null : string.Join(",", search.Context)).ToString(),
            search.PageSize, MobbexJson.Default.MobbexTransaction, static item => item.OperationId ?? item.RecordId, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MobbexOperation> WatchOperationAsync(string id, CancellationToken cancellationToken = default)
    {
        _ = Segment(id);
        return _api.WatchAsync(
            token => GetOperationAsync(id, token),
            static operation => operation.StatusCode,
            static operation => operation.StatusCode is { } code && (code.IsPaid || code.IsFailed || code.IsRefunded),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MobbexTransaction> WatchTransactionsAsync(string reference, CancellationToken cancellationToken = default)
    {
        _ = Segment(reference);
        return Watch(reference, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> RefundAsync(
        string operationId, decimal? total = null, bool? emitEvent = null, CancellationToken cancellationToken = default)
    {
        var path = $"p/operations/{Segment(operationId)}/refund";
        if (total is { } part)
        {
            MobbexChecks.Amount(part, nameof(total));
        }

        var call = total is null && emitEvent is null
            ? ApiCall.Get(path)
            : ApiCall.Post(path, new MobbexAmountRequest { Total = total, EmitEvent = emitEvent }, MobbexJson.Default.MobbexAmountRequest);
        return ActAsync(call with { Retry = ApiRetry.Never }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> CaptureAsync(string operationId, decimal total, CancellationToken cancellationToken = default)
    {
        var path = $"p/operations/{Segment(operationId)}/capture";
        MobbexChecks.Amount(total, nameof(total));
        var call = ApiCall.Post(path, new MobbexAmountRequest { Total = total }, MobbexJson.Default.MobbexAmountRequest);
        return ActAsync(call with { Retry = ApiRetry.Never }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> ReleaseAsync(string operationId, CancellationToken cancellationToken = default) =>
        ActAsync(ApiCall.Get($"p/operations/{Segment(operationId)}/release") with { Retry = ApiRetry.Never }, cancellationToken);

    private async IAsyncEnumerable<MobbexTransaction> Watch(
        string reference, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var newest = _api.WatchAsync(
            token => GetTransactionsAsync(reference, token),
            static list => list.Count == 0 ? default : (list[0].OperationId, list[0].StatusCode),
            static list => list.Count > 0 && list[0].StatusCode is { } code && (code.IsPaid || code.IsRefunded),
            cancellationToken);
        await foreach (var list in newest.ConfigureAwait(false))
        {
            if (list.Count > 0)
            {
                yield return list[0];
            }
        }
    }
}
