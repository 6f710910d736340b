using System.Text.Json;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Verifies cases one after the other.</summary>
internal sealed class CaseVerifier
{
    private readonly CaseClock _clock;
    private readonly VerifierCache _verifiers;

    public CaseVerifier(TimeProvider clock)
    {
        _clock = new(clock);
        _verifiers = new(_clock);
    }

    /// <summary>The verdict on a case.</summary>
    /// <exception cref="CaseException">
    /// The case itself prevents a verdict. The message quotes no option, header or body.
    /// </exception>
    public async ValueTask<WebhookVerification> VerifyAsync(VerifyCase verifyCase, CancellationToken cancellationToken)
    {
        if (!WebhookProviders.Ids.Contains(verifyCase.Provider))
        {
            throw new CaseException($"unknown provider \"{ErrorText.Shorten(verifyCase.Provider)}\"; known: {string.Join(", ", WebhookProviders.Ids)}.");
        }

        _clock.Now = verifyCase.Now;
        try
        {
            var verifier = _verifiers.Get(verifyCase.Provider, verifyCase.OptionsJson);
            return await verifier.VerifyAsync(new(verifyCase.Body, verifyCase.Headers, verifyCase.Url), cancellationToken);
        }
        catch (JsonException e)
        {
            // The exception's message may quote a value.
            throw new CaseException($"bad options: {ErrorText.Shorten(e.Path ?? "$")} is not an option of {verifyCase.Provider}, or of the wrong type.");
        }
        catch (OptionsValidationException e)
        {
            throw new CaseException("bad options: " + e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new CaseException($"the verifier failed ({e.GetType().Name}).");
        }
    }
}
