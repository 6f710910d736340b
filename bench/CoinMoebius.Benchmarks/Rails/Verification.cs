using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Benchmarks.Rails;

internal static class Verification
{
    /// <summary>Verifies without the cost of a state machine: these verifiers need no network and complete at once.</summary>
    public static WebhookVerification Run(Rail rail, WebhookRequest request)
    {
        var verification = rail.Verifier.VerifyAsync(request);
        return verification.IsCompletedSuccessfully
            ? verification.Result
            : throw new InvalidOperationException($"{rail.Name} did not answer at once.");
    }
}
