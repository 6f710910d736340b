using System.Diagnostics;
using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The data of an event that has no type of its own here.</summary>
public sealed record CoinflowOtherData : CoinflowNotificationData
{
    /// <summary>The data as it came, of any kind; of the kind <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public JsonElement Json { get; init; }
}
