using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Webhooks;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Caches verifiers by their options, because most lines of a run share a few. The size is limited.</summary>
internal sealed class VerifierCache(TimeProvider clock)
{
    private const int MaxEntries = 128;
    private const int MaxOptionsLength = 64 * 1024;

    private readonly Dictionary<(string Provider, string Options), IWebhookVerifier> _verifiers = [];

    /// <exception cref="System.Text.Json.JsonException">The options are not valid for the provider.</exception>
    public IWebhookVerifier Get(string provider, string optionsJson)
    {
        if (_verifiers.TryGetValue((provider, optionsJson), out var known))
        {
            return known;
        }

        var verifier = WebhookProviders.CreateVerifier(new PaymentProvider(provider), optionsJson, clock, VerifyEd25519);
        if (optionsJson.Length <= MaxOptionsLength)
        {
            // Clearing everything is sufficient: a run with more options than fit gains little from the cache.
            if (_verifiers.Count == MaxEntries)
            {
                _verifiers.Clear();
            }

            _verifiers.Add((provider, optionsJson), verifier);
        }

        return verifier;
    }

    private static bool VerifyEd25519(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Ed25519.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, message.ToArray(), 0, message.Length);
}
