using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <content>Operations: look-ups, watches, and what moves money.</content>
partial class MobbexClient
{
    /// <inheritdoc/>
    public Task<MobbexOperation> GetOperationAsync(string id, CancellationToken cancellationToken = default) => SendAsync(
        WithHeaders(ApiCall.Get($"p/operations/{Segment(id)}")), static (body, _) => MobbexEnvelope.ReadOperation(body), 0, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexTransaction>> GetTransactionsAsync(string reference, CancellationToken cancellationToken = default) => ReadListAsync(
        ApiCall.Get($"2.0/transactions/coupons/{Segment(reference)}"), MobbexJson.Default.MobbexTransaction, cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexTransaction> GetTransactionStatusAsync(string couponId, CancellationToken cancellationToken = default)
    {
        MobbexChecks.Text(couponId, nameof(couponId));
        var call = ApiCall.Post("2.0/transactions/status", new MobbexStatusRequest { Id = couponId }, MobbexJson.Default.MobbexStatusRequest);
        return SendAsync(
            WithHeaders(call with { Retry = ApiRetry.Idempotent }), static (body, _) => MobbexEnvelope.ReadTransaction(body), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MobbexTransaction> ListOperationsAsync(MobbexOperationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.PageSize is < 1 or > MobbexOperationQuery.MaxPageSize)
        {
            throw new ArgumentException(
                $"A page has 1 to {MobbexOperationQuery.MaxPageSize} operations.", $"{nameof(query)}.{nameof(query.PageSize)}");
        }

        return ReadPagesAsync(
            page => new MobbexQuery("p/operations").Add("page", page).Add("limit", query.PageSize)
                .Add("status", query.Status?.Value).Add("currency", query.Currency)
                .Add("created_from", query.CreatedFrom).Add("created_to", query.CreatedTo)
                .Add("updated_from", query.UpdatedFrom).Add("updated_to", query.UpdatedTo)
                .Add("text", query.Text).Add("reference", query.Reference).Add("test", query.Test)
                .Add("context", query.Context.Count == 0 ? null : string.Join(",", query.Context)).ToString(),
            query.PageSize, MobbexJson.Default.MobbexTransaction, static item => item.OperationId ?? item.RecordId, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MobbexOperation> WatchOperationAsync(string id, CancellationToken cancellationToken = default)
    {
        _ = Segment(id);
        return PollAsync(
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
        string operationId, MobbexRefundRequest request, CancellationToken cancellationToken = default)
    {
        var path = $"p/operations/{Segment(operationId)}/refund";
        ArgumentNullException.ThrowIfNull(request);
        if (request.Total is { } part)
        {
            MobbexChecks.Amount(part, $"{nameof(request)}.{nameof(request.Total)}");
        }

        var call = request == new MobbexRefundRequest() ? ApiCall.Get(path) : ApiCall.Post(path, request, MobbexJson.Default.MobbexRefundRequest);
        return ActAsync(call with { Retry = ApiRetry.Never }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> CaptureAsync(string operationId, decimal total, CancellationToken cancellationToken = default)
    {
        var path = $"p/operations/{Segment(operationId)}/capture";
        MobbexChecks.Amount(total, nameof(total));
        var call = ApiCall.Post(path, new MobbexCaptureRequest { Total = total }, MobbexJson.Default.MobbexCaptureRequest);
        return ActAsync(call with { Retry = ApiRetry.Never }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> ReleaseAsync(string operationId, CancellationToken cancellationToken = default) =>
        ActAsync(ApiCall.Get($"p/operations/{Segment(operationId)}/release") with { Retry = ApiRetry.Never }, cancellationToken);

    private async IAsyncEnumerable<MobbexTransaction> Watch(
        string reference, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var newest = PollAsync(
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
