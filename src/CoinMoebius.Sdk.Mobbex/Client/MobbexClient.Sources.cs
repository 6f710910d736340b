using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <content>Ways to pay, instalments and currencies.</content>
partial class MobbexClient
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexPaymentSource>> GetSourcesAsync(MobbexSourcesQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new MobbexSourcesQuery();
        MobbexChecks.AmountOrZero(query.Total, $"{nameof(query)}.{nameof(query.Total)}");
        MobbexRequestChecks.Texts(query.Sources, $"{nameof(query)}.{nameof(query.Sources)}");
        MobbexRequestChecks.Installments(query.Installments, $"{nameof(query)}.{nameof(query.Installments)}");
        var path = new MobbexQuery("p/sources").Add("total", query.Total).AddAll("sources", query.Sources)
            .AddAll("installments", query.Installments.Select(static item => item.Value)).Add("intent", query.Intent).Add("context", query.Context);
        return ReadListAsync(ApiCall.Get(path.ToString()), MobbexJson.Default.MobbexPaymentSource, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexPaymentSource>> GetPublicSourcesAsync(
        string country, string taxId, decimal? total = null, CancellationToken cancellationToken = default) =>
        GetPublicAsync($"{Segment(country)}/{Segment(taxId)}", total, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexPaymentSource>> GetPublicSourcesByTokenAsync(
        string token, decimal? total = null, CancellationToken cancellationToken = default) =>
        GetPublicAsync(Segment(token), total, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexRuleInstallments>> GetRuleInstallmentsAsync(
        string rule = "externalMatch", CancellationToken cancellationToken = default) => ReadListAsync(
        ApiCall.Get($"p/sources/rules/{Segment(rule)}/installments"), MobbexJson.Default.MobbexRuleInstallments, cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexConversion> ConvertCurrencyAsync(decimal total, string from, string to, CancellationToken cancellationToken = default)
    {
        MobbexChecks.AmountOrZero(total, nameof(total));
        MobbexChecks.Text(from, nameof(from));
        MobbexChecks.Text(to, nameof(to));
        var path = new MobbexQuery("p/currency/convert").Add("from", from).Add("to", to).Add("total", total).ToString();
        return ReadAsync(ApiCall.Get(path), MobbexJson.Default.MobbexConversion, cancellationToken);
    }

    private Task<IReadOnlyList<MobbexPaymentSource>> GetPublicAsync(string segments, decimal? total, CancellationToken cancellationToken)
    {
        MobbexChecks.AmountOrZero(total, nameof(total));
        var path = new MobbexQuery($"p/sources/list/{segments}").Add("total", total).ToString();
        return ReadListAsync(ApiCall.Get(path) with { IsAnonymous = true }, MobbexJson.Default.MobbexPaymentSource, cancellationToken);
    }
}
