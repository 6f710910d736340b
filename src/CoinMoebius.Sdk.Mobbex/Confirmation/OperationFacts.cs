using System.Globalization;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>The values that must match between a notification and the operation that was read back.</summary>
/// <param name="Id">The id of the operation.</param>
/// <param name="Reference">The merchant's reference.</param>
/// <param name="Entity">The merchant's account at Mobbex.</param>
/// <param name="Currency">The currency; <c>TEST</c> is the test flag.</param>
/// <param name="Total">The amount that the payer is charged.</param>
internal readonly record struct OperationFacts(string? Id, string? Reference, string? Entity, string? Currency, decimal? Total)
{
    /// <summary>Reads the values from the <c>data</c> of a notification.</summary>
    public static OperationFacts Of(JsonElement data) => new(
        data.At("payment", "id").TextOrNumber(),
        BoundReference.OfPayment(data).TextOrNumber(),
        data.At("entity", "uid").TextOrNumber(),
        MobbexEventMapper.CurrencyOf(data),
        data.At("payment", "total").Decimal());

    /// <summary>
    /// True when the notification does not contradict the operation that was read back. A value that only one of them has is no
    /// contradiction, because the event comes from the operation; but the id and the reference must be in both.
    /// </summary>
    public bool Agrees(OperationFacts read) =>
        Id == read.Id
        && Reference == read.Reference
        && Agrees(Entity, read.Entity)
        && Agrees(Currency, read.Currency)
        && (Total is null || read.Total is null || Total == read.Total);

    /// <summary>
    /// Creates an event id from the current state of the operation, independent of the notification. A payment can have several partial
    /// refunds, so only for these the id includes the time.
    /// </summary>
    public string EventId(string type, JsonElement operation)
    {
        var payment = operation.At("payment");
        var code = MobbexEventMapper.CodeOf(payment);
        var time = code == MobbexStatusCode.PartiallyRefunded ? payment.At("updated").Text() : null;
        string?[] lines = [type, Id, code?.ToString(), Reference, Total?.ToString(CultureInfo.InvariantCulture), Currency, time];
        return ContentDigest.EventId(Encoding.UTF8.GetBytes(string.Join("\n", lines)));
    }

    private static bool Agrees(string? claimed, string? read) => claimed is null || read is null || claimed == read;
}
