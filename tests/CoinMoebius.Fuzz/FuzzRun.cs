using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Fuzz;

/// <summary>One run: every iteration has dice of its own, so that it comes out the same by itself.</summary>
internal sealed class FuzzRun
{
    // What is allocated once, at the first deliveries, is nobody's.
    private const int WarmUp = 2_000;
    private const int FreeBytes = 16 * 1024;
    private const int MostChanges = 5;

    private readonly FuzzReport _report = new();
    private readonly Dictionary<Subject, (FuzzDelivery Delivery, string? Content)[]> _genuine;
    private readonly IReadOnlyList<Subject> _subjects;

    private FuzzRun(IReadOnlyList<Subject> subjects)
    {
        _subjects = subjects;
        _genuine = subjects.ToDictionary(subject => subject, subject => subject.Bodies
            .Select(body => FuzzDelivery.Of(subject.Sign(body)))
            .Select(delivery => (delivery, subject.Content(delivery)))
            .ToArray());
    }

    /// <exception cref="ArgumentException">There is no such provider.</exception>
    public static FuzzReport Start(FuzzOptions options)
    {
        var subjects = Subjects.All.Where(subject => options.Provider is null || subject.Name == options.Provider).ToList();
        if (subjects.Count == 0)
        {
            throw new ArgumentException($"There is no provider \"{options.Provider}\". Known: {string.Join(", ", Subjects.All.Select(subject => subject.Name))}.");
        }

        var run = new FuzzRun(subjects);
        run.TryGenuine();
        for (var i = 0; i < options.Iterations; i++)
        {
            run.TryChanged(subjects[i % subjects.Count], i, new Random(unchecked((options.Seed * 1_000_003) + i)));
        }

        return run._report;
    }

    private void TryGenuine()
    {
        foreach (var subject in _subjects)
        {
            foreach (var (delivery, _) in _genuine[subject])
            {
                if (Verify(subject, delivery, out _) is not { IsVerified: true })
                {
                    _report.Add(subject, -1, "A genuine delivery was refused", delivery);
                }
            }
        }
    }

    private void TryChanged(Subject subject, int iteration, Random random)
    {
        var genuine = _genuine[subject];
        var delivery = genuine[random.Next(genuine.Length)].Delivery;
        var other = genuine[random.Next(genuine.Length)].Delivery;
        var (bodies, headers) = (new BodyMutator(random), new HeaderMutator(random));
        var isSigned = random.Next(3) == 0;
        for (var changes = random.Next(1, MostChanges); changes > 0; changes--)
        {
            delivery = isSigned || random.Next(2) == 0
                ? delivery with { Body = bodies.Change(delivery.Body) }
                : headers.Change(delivery, other);
        }

        if (isSigned)
        {
            TrySigned(subject, iteration, FuzzDelivery.Of(subject.Sign(delivery.Body)));
        }
        else
        {
            TryForged(subject, iteration, delivery);
        }
    }

    /// <summary>An odd body under the right secret: mapped, unmapped or malformed, and what it becomes can be stored.</summary>
    private void TrySigned(Subject subject, int iteration, FuzzDelivery delivery)
    {
        try
        {
            var verification = Verify(subject, delivery, out _);
            _report.Count(subject, isSigned: true, verification is { IsVerified: true });
            if (verification is { IsVerified: true })
            {
                var stored = WebhookEventJson.Serialize(verification.Value.EnsureVerified());
                if (WebhookEventJson.Deserialize(stored).EventId.Length == 0)
                {
                    _report.Add(subject, iteration, "An event has no id", delivery);
                }
            }
            else if (verification?.Verdict is WebhookVerdict.NotVerified)
            {
                _report.Add(subject, iteration, "There is no verdict", delivery);
            }
        }
        catch (Exception exception)
        {
            _report.Add(subject, iteration, $"{exception.GetType().Name} for a signed body: {exception.Message}", delivery);
        }
    }

    private void TryForged(Subject subject, int iteration, FuzzDelivery delivery)
    {
        try
        {
            var verification = Verify(subject, delivery, out var allocated);
            _report.Count(subject, isSigned: false, verification is { IsVerified: true });
            var content = subject.Content(delivery);
            var isGenuine = content is not null && _genuine[subject].Any(genuine => genuine.Content == content);
            if (verification is { IsVerified: true } && !isGenuine)
            {
                _report.Add(subject, iteration, "Another content than was signed was accepted", delivery);
            }

            // What proved itself may cost more, also when it cannot be read in the end; and so may what has the token of somebody's order.
            var isKnown = isGenuine || (delivery.Query.Length > 0 && _genuine[subject].Any(genuine => genuine.Delivery.Query == delivery.Query));
            if (!isKnown && iteration > WarmUp && allocated > (2L * Size(delivery)) + FreeBytes)
            {
                _report.Add(subject, iteration, $"A refusal took {allocated} bytes for {Size(delivery)}", delivery);
            }
        }
        catch (Exception exception)
        {
            _report.Add(subject, iteration, $"{exception.GetType().Name}: {exception.Message}", delivery);
        }
    }

    private static int Size(FuzzDelivery delivery) => delivery.Body.Length + delivery.Query.Length + delivery.Headers.Sum(header => header.Value.Length);

    /// <summary>The outcome; null when nobody can say it now, since a certificate could not be fetched.</summary>
    private static WebhookVerification? Verify(Subject subject, FuzzDelivery delivery, out long allocated)
    {
        var request = delivery.ToRequest();
        var before = GC.GetAllocatedBytesForCurrentThread();
        allocated = 0;
        try
        {
            var verification = subject.Verifier.VerifyAsync(request).AsTask().GetAwaiter().GetResult();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return verification;
        }
        catch (WebhookVerificationUnavailableException)
        {
            return null;
        }
    }
}
