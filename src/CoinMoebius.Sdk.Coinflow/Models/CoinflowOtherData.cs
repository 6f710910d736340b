using System.Diagnostics;
using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The data of an event that has no type of its own here.</summary>
public sealed record CoinflowOtherData : CoinflowNotificationData
{
    /// <summary>The unchanged data, of any kind; <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public JsonElement Json { get; init; }
}
