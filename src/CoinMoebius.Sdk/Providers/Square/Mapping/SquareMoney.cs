using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Square.Mapping;

/// <summary>An amount in the smallest unit and its currency (developer.squareup.com/docs/build-basics/working-with-monetary-amounts).</summary>
internal readonly record struct SquareMoney(decimal Amount, string Currency)
{
    public static SquareMoney? From(JsonElement money) =>
        money.At("amount").Whole() is { } minor && money.At("currency").Currency() is { } currency
            ? new SquareMoney(CurrencyUnits.ToMajor(minor, currency), currency)
            : null;
}
