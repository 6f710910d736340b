namespace CoinMoebius.Sdk.Http;

/// <summary>When a call may be retried.</summary>
internal enum ApiRetry
{
    /// <summary>Never: a second call could pay or refund twice, or the caller decides.</summary>
    Never,

    /// <summary>Only when the API has certainly not acted on the call.</summary>
    NotReceived,

    /// <summary>After every temporary failure: a second call changes nothing.</summary>
    Idempotent,
}
