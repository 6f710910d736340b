using System.Globalization;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>What must be the same in a notification and in the operation that was read back.</summary>
/// <param name="Id">The id of the operation.</param>
/// <param name="Reference">The merchant's reference.</param>
/// <param name="Entity">The merchant's account at Mobbex.</param>
/// <param name="Currency">The currency; <c>TEST</c> is the test flag.</param>
/// <param name="Total">What the payer is charged.</param>
internal readonly record struct OperationFacts(string? Id, string? Reference, string? Entity, string? Currency, decimal? Total)
{
    /// <summary>Reads them from the <c>data</c> of a notification.</summary>
    public static OperationFacts Of(JsonElement data) => new(
        data.At("payment", "id").TextOrNumber(),
        BoundReference.OfPayment(data).TextOrNumber(),
        data.At("entity", "uid").TextOrNumber(),
        MobbexEventMapper.CurrencyOf(data),
        data.At("payment", "total").Decimal());

    /// <summary>
    /// True when what was told contradicts nothing that was read back. What only one of them says is no contradiction, as the event
    /// is made of what was read back; but the id and the reference must be in both.
    /// </summary>
    public bool Agrees(OperationFacts read) =>
        Id == read.Id
        && Reference == read.Reference
        && Agrees(Entity, read.Entity)
        && Agrees(Currency, read.Currency)
        && (Total is null || read.Total is null || Total == read.Total);

    /// <summary>
    /// An id for what the operation says now, whatever the notification looked like. A payment can be refunded in part more than once,
    /// so only there the time counts as well.
    /// </summary>
    public string EventId(string type, JsonElement operation)
    {
        var payment = operation.At("payment");
        var code = MobbexEventMapper.CodeOf(payment);
        var time = code == MobbexStatusCode.PartiallyRefunded ? payment.At("updated").Text() : null;
        string?[] lines = [type, Id, code?.ToString(), Reference, Total?.ToString(CultureInfo.InvariantCulture), Currency, time];
        return ContentDigest.EventId(Encoding.UTF8.GetBytes(string.Join("\n", lines)));
    }

    private static bool Agrees(string? told, string? read) => told is null || read is null || told == read;
}
