using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>
/// The certificates of one verifier, from its options, its directory and fetches, each checked once. Senders of forged requests choose
/// their URLs, so everything here is limited: the cached results, the concurrent requests and the requests per minute. The latter limit
/// applies only to unknown URLs, of which the most requested comes first: no forger can keep out PayPal's.
/// </summary>
internal sealed class CertificateStore(Func<HttpClient> http, TimeProvider timeProvider)
{
    internal const int MaxConcurrentFetches = 4;
    internal const int MaxFetchesPerMinute = 60;
    internal const int MaxAnswers = 128;
    internal const int MaxWaitingUrls = 1024;

    // Every delivery and every retry requests PayPal's own URL.
    private static readonly TimeSpan WaitingLifetime = TimeSpan.FromHours(6);
    private static readonly TimeSpan RefusalLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly CertificateFetcher _fetcher = new(http, timeProvider);
    private readonly Dictionary<string, Configured> _configured = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FetchResult> _results = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<FetchResult>> _inFlight = new(StringComparer.Ordinal);
    private readonly WaitingKeys _waiting = new(MaxWaitingUrls, WaitingLifetime, timeProvider);
    private readonly MinuteBudget _budget = new(timeProvider);

    // URLs whose certificate has verified a delivery: no forger can add one.
    private readonly HashSet<string> _proven = new(StringComparer.Ordinal);
    private string[] _roots = [];
    private string? _directory;
    private CertificateTrust _trust = CertificateTrust.Shipped;

    /// <summary>The number of cached results, for tests.</summary>
    internal int AnswerCount
    {
        get
        {
            lock (_gate)
            {
                return _results.Count;
            }
        }
    }

    /// <summary>Completes when the running fetches have completed, for tests.</summary>
    internal Task EndOfFetchesAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_inFlight.Values);
        }
    }

    /// <summary>Finds a certificate without the network.</summary>
    /// <param name="url">An allowed URL.</param>
    /// <param name="options">The options of this delivery.</param>
    /// <param name="certificate">The certificate, or null when it is known not to be PayPal's.</param>
    /// <returns>False when only <see cref="FetchAsync"/> can find out.</returns>
    /// <exception cref="WebhookVerificationUnavailableException">A fetch has failed a moment ago.</exception>
    public bool TryGetKnown(string url, PayPalWebhookOptions options, out SigningCertificate? certificate)
    {
        lock (_gate)
        {
            UseRoots(options.TrustedRoots);
            UseDirectory(options);
            if (options.Certificates.Count > 0
                && (options.Certificates.TryGetValue(url, out var pem) || options.Certificates.TryGetValue(CertificateUrl.NameOf(url), out pem)))
            {
                certificate = GetConfigured(url, pem, options.Certificates.Count);
                return true;
            }

            certificate = null;
            if (!_results.TryGetValue(url, out var result))
            {
                return false;
            }

            if (result.Until <= timeProvider.GetUtcNow())
            {
                _results.Remove(url);
                return false;
            }

            certificate = result.GetCertificate();
            return true;
        }
    }

    /// <summary>Fetches and checks a certificate; all callers for one URL share one request.</summary>
    /// <param name="url">An allowed URL.</param>
    /// <param name="cancellationToken">Cancels the wait, but not the request, which others may wait for.</param>
    /// <exception cref="WebhookVerificationUnavailableException">The fetch failed, or too many are requested; a later call may succeed.</exception>
    public async Task<SigningCertificate?> FetchAsync(string url, CancellationToken cancellationToken)
    {
        Task<FetchResult>? task;
        lock (_gate)
        {
            if (!_inFlight.TryGetValue(url, out task))
            {
                task = _proven.Contains(url) ? Start(url) : StartWaiting(url);
            }
        }

        if (task is null)
        {
            throw new WebhookVerificationUnavailableException("Too many certificates are requested at the moment: PayPal's was not fetched.");
        }

        var result = await task.WaitAsync(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
        return result.GetCertificate();
    }

    /// <summary>Starts the waiting fetches that the budget allows; null when this URL is not among them.</summary>
    private Task<FetchResult>? StartWaiting(string url)
    {
        _waiting.Ask(url);
        while (_inFlight.Count < MaxConcurrentFetches && _budget.TrySpend(MaxFetchesPerMinute))
        {
            var next = _waiting.Take()!;
            var task = Start(next);
            if (next == url)
            {
                return task;
            }
        }

        return null;
    }

    private Task<FetchResult> Start(string url)
    {
        var trust = _trust;
        var task = Task.Run(() => LoadAsync(url, trust), CancellationToken.None);
        _inFlight.Add(url, task);
        return task;
    }

    private async Task<FetchResult> LoadAsync(string url, CertificateTrust trust)
    {
        string? pem = null;
        SigningCertificate? certificate = null;
        WebhookVerificationUnavailableException? failure = null;
        try
        {
            pem = await _fetcher.FetchAsync(url).ConfigureAwait(false);
            certificate = pem is null ? null : trust.Check(pem);
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
                : EndOf(certificate);
            var result = new FetchResult(certificate, failure, until, certificate is null ? null : pem);
            _inFlight.Remove(url);
            if (ReferenceEquals(trust, _trust))
            {
                Keep(url, result, now);
            }

            return result;
        }
    }

    /// <summary>
    /// Marks the certificate of a URL as proven by a delivery. From then on, no flood of requests can keep that URL out, and with a directory
    /// no restart can.
    /// </summary>
    public void Prove(string url, SigningCertificate certificate)
    {
        (string Directory, string Pem)? file = null;
        lock (_gate)
        {
            certificate.IsProven = true;
            if (_results.TryGetValue(url, out var result) && ReferenceEquals(result.Certificate, certificate) && _proven.Count < MaxAnswers)
            {
                _proven.Add(url);
                file = _directory is { } directory && result.Pem is { } pem ? (directory, pem) : null;
            }
        }

        if (file is { } kept)
        {
            CertificateFiles.Save(kept.Directory, url, kept.Pem);
        }
    }

    private static DateTimeOffset EndOf(SigningCertificate certificate) => certificate.NotAfter + PayPalWebhookVerifier.RetryWindow;

    private void Keep(string url, FetchResult result, DateTimeOffset now)
    {
        if (_results.Count >= MaxAnswers)
        {
            foreach (var old in _results.Where(old => old.Value.Until <= now).Select(static old => old.Key).ToList())
            {
                _results.Remove(old);
            }

            // Certificates outlive refusals, so the entries that expire first come from a flood of forged URLs.
            if (_results.Count >= MaxAnswers)
            {
                _results.Remove(_results.OrderBy(static old => old.Value.Until).First().Key);
            }
        }

        _results[url] = result;
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
            _results.Clear();
            _directory = null;
        }
    }

    private void UseDirectory(PayPalWebhookOptions options)
    {
        if (options.CertificateDirectory == _directory)
        {
            return;
        }

        _directory = options.CertificateDirectory;
        var now = timeProvider.GetUtcNow();
        foreach (var (url, pem) in _directory is null ? [] : CertificateFiles.Load(_directory, options.Environment))
        {
            if (_trust.Check(pem) is { } certificate && EndOf(certificate) > now)
            {
                certificate.IsProven = true;
                Keep(url, new FetchResult(certificate, null, EndOf(certificate)), now);
                _proven.Add(url);
            }
        }
    }

    private sealed record Configured(string Pem, SigningCertificate? Certificate);

    private sealed record FetchResult(
        SigningCertificate? Certificate, WebhookVerificationUnavailableException? Failure, DateTimeOffset Until, string? Pem = null)
    {
        // Each waiter gets a new exception: a shared one would collect all their stack traces.
        public SigningCertificate? GetCertificate() =>
            Failure is null ? Certificate : throw new WebhookVerificationUnavailableException(Failure.Message, Failure.InnerException);
    }
}
