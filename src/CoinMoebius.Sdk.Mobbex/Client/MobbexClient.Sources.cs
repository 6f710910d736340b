using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <content>Ways to pay, instalments and currencies.</content>
partial class MobbexClient
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexPaymentSource>> GetSourcesAsync(MobbexSourcesQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        MobbexChecks.AmountOrZero(query.Total, $"{nameof(query)}.{nameof(query.Total)}");
        MobbexRequestChecks.Texts(query.Sources, $"{nameof(query)}.{nameof(query.Sources)}");
        MobbexRequestChecks.Installments(query.Installments, $"{nameof(query)}.{nameof(query.Installments)}");
        var path = new MobbexQuery("p/sources").Add("total", query.Total).AddAll("sources", query.Sources)
            .AddAll("installments", query.Installments.Select(static item => item.Value)).Add("intent", query.Intent).Add("context", query.Context);
        return ReadListAsync(ApiCall.Get(path.ToString()), MobbexJson.Default.MobbexPaymentSource, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexPaymentSource>> GetPublicSourcesAsync(
        MobbexPublicSourcesQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        MobbexChecks.AmountOrZero(query.Total, $"{nameof(query)}.{nameof(query.Total)}");
        var path = new MobbexQuery($"p/sources/list/{query.Path}").Add("total", query.Total).ToString();
        return ReadListAsync(ApiCall.Get(path) with { IsAnonymous = true }, MobbexJson.Default.MobbexPaymentSource, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MobbexRuleInstallments>> GetRuleInstallmentsAsync(
        string rule, CancellationToken cancellationToken = default) => ReadListAsync(
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
}
