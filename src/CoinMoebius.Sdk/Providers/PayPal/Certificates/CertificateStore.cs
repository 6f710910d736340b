using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal.Certificates;

/// <summary>
/// The certificates of one verifier: those given in its options and those fetched, each checked once. Whoever sends forged requests
/// chooses their URLs, so everything here is bounded: the answers kept, the requests at a time and the requests per minute.
/// </summary>
internal sealed class CertificateStore(Func<HttpClient> http, TimeProvider timeProvider)
{
    internal const int MaxConcurrentFetches = 4;
    internal const int MaxFetchesPerMinute = 20;
    internal const int MaxAnswers = 128;

    private static readonly TimeSpan RefusalLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly CertificateFetcher _fetcher = new(http, timeProvider);
    private readonly Dictionary<string, Configured> _configured = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<Answer>> _inFlight = new(StringComparer.Ordinal);
    private string[] _roots = [];
    private CertificateTrust _trust = CertificateTrust.Shipped;
    private DateTimeOffset _minuteEnds = DateTimeOffset.MinValue;
    private int _fetchesThisMinute;

    /// <summary>The number of fetched answers kept, for tests.</summary>
    internal int AnswerCount
    {
        get
        {
            lock (_gate)
            {
                return _answers.Count;
            }
        }
    }

    /// <summary>Answers without the network.</summary>
    /// <param name="url">An allowed URL.</param>
    /// <param name="options">The options of this delivery.</param>
    /// <param name="certificate">The certificate, or null when it is known not to be PayPal's.</param>
    /// <returns>False when only <see cref="FetchAsync"/> can tell.</returns>
    /// <exception cref="WebhookVerificationUnavailableException">A fetch has failed a moment ago.</exception>
    public bool TryGetKnown(string url, PayPalWebhookOptions options, out SigningCertificate? certificate)
    {
        lock (_gate)
        {
            UseRoots(options.TrustedRoots);
            if (options.Certificates.Count > 0
                && (options.Certificates.TryGetValue(url, out var pem) || options.Certificates.TryGetValue(CertificateUrl.NameOf(url), out pem)))
            {
                certificate = GetConfigured(url, pem, options.Certificates.Count);
                return true;
            }

            certificate = null;
            if (!_answers.TryGetValue(url, out var answer))
            {
                return false;
            }

            if (answer.Until <= timeProvider.GetUtcNow())
            {
                _answers.Remove(url);
                return false;
            }

            certificate = answer.GetCertificate();
            return true;
        }
    }

    /// <summary>Fetches and checks; all who ask for one URL share one request.</summary>
    /// <param name="url">An allowed URL.</param>
    /// <param name="cancellationToken">Ends the waiting, not the request that others may wait for.</param>
    /// <exception cref="WebhookVerificationUnavailableException">The fetch failed, or too many are under way.</exception>
    public async Task<SigningCertificate?> FetchAsync(string url, CancellationToken cancellationToken)
    {
        Task<Answer>? task;
        lock (_gate)
        {
            if (!_inFlight.TryGetValue(url, out task))
            {
                TakeFromBudget();
                var trust = _trust;
                task = Task.Run(() => LoadAsync(url, trust), CancellationToken.None);
                _inFlight.Add(url, task);
            }
        }

        var answer = await task.WaitAsync(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
        return answer.GetCertificate();
    }

    private async Task<Answer> LoadAsync(string url, CertificateTrust trust)
    {
        SigningCertificate? certificate = null;
        WebhookVerificationUnavailableException? failure = null;
        try
        {
            certificate = await _fetcher.FetchAsync(url).ConfigureAwait(false) is { } pem ? trust.Check(pem) : null;
        }
        catch (WebhookVerificationUnavailableException exception)
        {
            failure = exception;
        }

        lock (_gate)
        {
            var now = timeProvider.GetUtcNow();
            var until = failure is not null ? now + FailureLifetime
                : certificate is null ? now + RefusalLifetime
                : certificate.NotAfter + PayPalWebhookVerifier.RetryWindow;
            var answer = new Answer(certificate, failure, until);
            _inFlight.Remove(url);
            if (ReferenceEquals(trust, _trust))
            {
                Keep(url, answer, now);
            }

            return answer;
        }
    }

    private void Keep(string url, Answer answer, DateTimeOffset now)
    {
        if (_answers.Count >= MaxAnswers)
        {
            foreach (var old in _answers.Where(old => old.Value.Until <= now).Select(static old => old.Key).ToList())
            {
                _answers.Remove(old);
            }

            // Certificates outlive refusals, so what ends first is what a flood of forged URLs has left.
            if (_answers.Count >= MaxAnswers)
            {
                _answers.Remove(_answers.OrderBy(static old => old.Value.Until).First().Key);
            }
        }

        _answers[url] = answer;
    }

    private void TakeFromBudget()
    {
        var now = timeProvider.GetUtcNow();
        if (now >= _minuteEnds)
        {
            _minuteEnds = now.AddMinutes(1);
            _fetchesThisMinute = 0;
        }

        if (_inFlight.Count >= MaxConcurrentFetches || _fetchesThisMinute >= MaxFetchesPerMinute)
        {
            throw new WebhookVerificationUnavailableException("Too many certificates are asked for: PayPal's was not fetched.");
        }

        _fetchesThisMinute++;
    }

    private SigningCertificate? GetConfigured(string url, string pem, int count)
    {
        if (_configured.TryGetValue(url, out var known) && known.Pem == pem)
        {
            return known.Certificate;
        }

        if (_configured.Count >= count)
        {
            _configured.Clear();
        }

        var certificate = _trust.Check(pem);
        _configured[url] = new Configured(pem, certificate);
        return certificate;
    }

    private void UseRoots(IList<string> roots)
    {
        var same = roots.Count == _roots.Length;
        for (var i = 0; same && i < _roots.Length; i++)
        {
            same = roots[i] == _roots[i];
        }

        if (!same)
        {
            _roots = [.. roots];
            _trust = _roots.Length == 0 ? CertificateTrust.Shipped : new CertificateTrust(_roots);
            _configured.Clear();
            _answers.Clear();
        }
    }

    private sealed record Configured(string Pem, SigningCertificate? Certificate);

    private sealed record Answer(SigningCertificate? Certificate, WebhookVerificationUnavailableException? Failure, DateTimeOffset Until)
    {
        // Each waiter gets an exception of its own: a shared one would collect all their stack traces.
        public SigningCertificate? GetCertificate() =>
            Failure is null ? Certificate : throw new WebhookVerificationUnavailableException(Failure.Message, Failure.InnerException);
    }
}
