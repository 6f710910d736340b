using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>
/// The certificates of one verifier: those given in its options, those in its directory and those fetched, each checked once. Whoever
/// sends forged requests chooses their URLs, so everything here is bounded: the answers kept, the requests at a time and the requests per
/// minute. That budget is for unknown URLs alone, and of those the one asked for most comes first: no stranger can keep PayPal's out.
/// </summary>
internal sealed class CertificateStore(Func<HttpClient> http, TimeProvider timeProvider)
{
    internal const int MaxConcurrentFetches = 4;
    internal const int MaxFetchesPerMinute = 60;
    internal const int MaxAnswers = 128;
    internal const int MaxWaitingUrls = 1024;

    // PayPal's own URL is asked for by every delivery and every retry of one.
    private static readonly TimeSpan WaitingLifetime = TimeSpan.FromHours(6);
    private static readonly TimeSpan RefusalLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly CertificateFetcher _fetcher = new(http, timeProvider);
    private readonly Dictionary<string, Configured> _configured = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<Answer>> _inFlight = new(StringComparer.Ordinal);
    private readonly WaitingKeys _waiting = new(MaxWaitingUrls, WaitingLifetime, timeProvider);
    private readonly MinuteBudget _budget = new(timeProvider);

    // URLs whose certificate has verified a delivery: no stranger can add one.
    private readonly HashSet<string> _proven = new(StringComparer.Ordinal);
    private string[] _roots = [];
    private string? _directory;
    private CertificateTrust _trust = CertificateTrust.Shipped;

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

    /// <summary>Ends when what is being fetched now has been, for tests.</summary>
    internal Task EndOfFetchesAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_inFlight.Values);
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
            UseDirectory(options);
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
    /// <exception cref="WebhookVerificationUnavailableException">The fetch failed, or too many are asked for. Who comes again, comes first.</exception>
    public async Task<SigningCertificate?> FetchAsync(string url, CancellationToken cancellationToken)
    {
        Task<Answer>? task;
        lock (_gate)
        {
            if (!_inFlight.TryGetValue(url, out task))
            {
                task = _proven.Contains(url) ? Start(url) : StartWaiting(url);
            }
        }

        if (task is null)
        {
            throw new WebhookVerificationUnavailableException("Too many certificates are asked for: PayPal's was not fetched.");
        }

        var answer = await task.WaitAsync(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
        return answer.GetCertificate();
    }

    /// <summary>Begins what the budget allows, in its order; null when this URL is not among it.</summary>
    private Task<Answer>? StartWaiting(string url)
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

    private Task<Answer> Start(string url)
    {
        var trust = _trust;
        var task = Task.Run(() => LoadAsync(url, trust), CancellationToken.None);
        _inFlight.Add(url, task);
        return task;
    }

    private async Task<Answer> LoadAsync(string url, CertificateTrust trust)
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
            var answer = new Answer(certificate, failure, until, certificate is null ? null : pem);
            _inFlight.Remove(url);
            if (ReferenceEquals(trust, _trust))
            {
                Keep(url, answer, now);
            }

            return answer;
        }
    }

    /// <summary>
    /// Notes that a delivery verified under the certificate of its URL. From now on no flood keeps that URL out, nor, with a directory, does
    /// a restart.
    /// </summary>
    public void Prove(string url, SigningCertificate certificate)
    {
        (string Directory, string Pem)? file = null;
        lock (_gate)
        {
            certificate.IsProven = true;
            if (_answers.TryGetValue(url, out var answer) && ReferenceEquals(answer.Certificate, certificate) && _proven.Count < MaxAnswers)
            {
                _proven.Add(url);
                file = _directory is { } directory && answer.Pem is { } pem ? (directory, pem) : null;
            }
        }

        if (file is { } kept)
        {
            CertificateFiles.Save(kept.Directory, url, kept.Pem);
        }
    }

    private static DateTimeOffset EndOf(SigningCertificate certificate) => certificate.NotAfter + PayPalWebhookVerifier.RetryWindow;

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
                Keep(url, new Answer(certificate, null, EndOf(certificate)), now);
                _proven.Add(url);
            }
        }
    }

    private sealed record Configured(string Pem, SigningCertificate? Certificate);

    private sealed record Answer(
        SigningCertificate? Certificate, WebhookVerificationUnavailableException? Failure, DateTimeOffset Until, string? Pem = null)
    {
        // Each waiter gets an exception of its own: a shared one would collect all their stack traces.
        public SigningCertificate? GetCertificate() =>
            Failure is null ? Certificate : throw new WebhookVerificationUnavailableException(Failure.Message, Failure.InnerException);
    }
}
