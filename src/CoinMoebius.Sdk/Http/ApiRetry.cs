namespace CoinMoebius.Sdk.Http;

/// <summary>When a call may be tried again.</summary>
internal enum ApiRetry
{
    /// <summary>Never: a second call could pay or refund twice, or whoever calls decides.</summary>
    Never,

    /// <summary>Only when the API has certainly not acted on it.</summary>
    NotReceived,

    /// <summary>Whenever it may help: a second call changes nothing.</summary>
    Idempotent,
}
