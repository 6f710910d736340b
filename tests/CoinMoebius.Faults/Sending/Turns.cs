namespace CoinMoebius.Faults.Sending;

/// <summary>Counts answered deliveries, and says when a number of them is reached.</summary>
public sealed class Turns
{
    private readonly Dictionary<int, TaskCompletionSource> _awaited;
    private int _count;

    public Turns(IEnumerable<int> awaited) =>
        _awaited = awaited.Distinct().ToDictionary(turn => turn, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public int Count => Volatile.Read(ref _count);

    public void Advance()
    {
        if (_awaited.TryGetValue(Interlocked.Increment(ref _count), out var reached))
        {
            reached.SetResult();
        }
    }

    /// <summary>Ends when one of the awaited numbers is reached.</summary>
    public Task ReachAsync(int turn, CancellationToken cancellationToken) => _awaited[turn].Task.WaitAsync(cancellationToken);
}
