using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CoinMoebius.Faults.Plan;

namespace CoinMoebius.Faults.Sending;

/// <summary>Sends the plan as providers do: to any receiver, and again until it is answered.</summary>
public sealed class Sender : IDisposable
{
    private const int InFlight = 16;
    private const int MostRefusals = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<Uri> _receivers;
    private readonly int _seed;
    private readonly Turns _turns;
    private readonly TimeProvider _clock;
    private readonly DeliveryQueue _queue;
    private readonly HttpClient _http;

    // Of each event the delivery id that it was answered 200 with; empty where the provider has none.
    private readonly string?[] _acknowledged;
    private int _acknowledgedCount;
    private int _unavailable;
    private int _broken;
    private int _requests;
    private int _refusals;

    public Sender(FaultPlan plan, IReadOnlyList<Uri> receivers, int seed, Turns turns, TimeProvider clock)
    {
        (_receivers, _seed, _turns, _clock) = (receivers, seed, turns, clock);
        _queue = new(plan.Deliveries, clock);
        _acknowledged = new string?[plan.Events.Count];
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false })
        {
            Timeout = TimeSpan.FromSeconds(20),
        };
    }

    /// <summary>Events that were answered 200.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledgedCount);

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Answers 503 and other errors of the receiver.</summary>
    public int Unavailable => Volatile.Read(ref _unavailable);

    /// <summary>Requests without an answer: nobody listened, or the receiver ended meanwhile.</summary>
    public int Broken => Volatile.Read(ref _broken);

    /// <summary>Answers that refused an authentic delivery, of which there should be none.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    /// <summary>Forgeries that were answered 200.</summary>
    public ConcurrentQueue<ForgedDelivery> AcceptedForgeries { get; } = [];

    /// <summary>Authentic deliveries that were refused every time.</summary>
    public ConcurrentQueue<(Delivery Delivery, HttpStatusCode Answer)> Refused { get; } = [];

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, InFlight).Select(number => WorkAsync(new Random(_seed + number), cancellationToken)));

    public void Dispose() => _http.Dispose();

    private async Task WorkAsync(Random random, CancellationToken cancellationToken)
    {
        // Nothing before the first await holds the caller up.
        await Task.Yield();
        while (await _queue.TakeAsync(cancellationToken) is { } attempt)
        {
            if (attempt.Delivery is ForgedDelivery { Kind: Forgery.Replay } && _acknowledged[attempt.Delivery.About.Number] is null)
            {
                // Its delivery id is not known yet.
                _queue.Later(attempt, LongestPause / 10);
            }
            else if (await IsDoneAsync(attempt, random, cancellationToken))
            {
                _queue.Done();
                _turns.Advance();
            }
            else
            {
                _queue.Later(attempt with { Tries = attempt.Tries + 1 }, PauseAfter(attempt.Tries) * (0.5 + (random.NextDouble() / 2)));
            }
        }
    }

    private static TimeSpan PauseAfter(int tries)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(tries, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private async Task<bool> IsDoneAsync(Attempt attempt, Random random, CancellationToken cancellationToken)
    {
        var delivery = attempt.Delivery;
        if (attempt.Tries > 0 && delivery is AuthenticDelivery && _acknowledged[delivery.About.Number] is not null)
        {
            // Another copy arrived; this one was a repetition and need not.
            return true;
        }

        if (await SendAsync(delivery, _receivers[random.Next(_receivers.Count)], cancellationToken) is not { } answer)
        {
            Interlocked.Increment(ref _broken);
            return false;
        }

        switch ((int)answer)
        {
            case >= 200 and < 300:
                Accept(delivery);
                return true;
            case >= 400 and < 500 when delivery is ForgedDelivery:
                return true;
            case >= 400 and < 500:
                Interlocked.Increment(ref _refusals);
                if (attempt.Tries < MostRefusals)
                {
                    return false;
                }

                Refused.Enqueue((delivery, answer));
                return true;
            case >= 500:
                Interlocked.Increment(ref _unavailable);
                return false;
            default:
                return false;
        }
    }

    private void Accept(Delivery delivery)
    {
        if (delivery is ForgedDelivery forged)
        {
            AcceptedForgeries.Enqueue(forged);
        }
        else if (Interlocked.Exchange(ref _acknowledged[delivery.About.Number], delivery.DeliveryId ?? "") is null)
        {
            Interlocked.Increment(ref _acknowledgedCount);
        }
    }

    private async Task<HttpStatusCode?> SendAsync(Delivery delivery, Uri receiver, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var signed = delivery.Create(_clock, _acknowledged[delivery.About.Number]);
        using var request = signed.ToHttpRequest(new Uri(receiver, $"/webhooks/{delivery.Rail.Provider}"));
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.StatusCode;
        }
        catch (Exception exception) when (
            exception is HttpRequestException or SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // A socket's own error comes through bare when its other end dies as it is connected.
            return null;
        }
    }
}
