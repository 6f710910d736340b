using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoinMoebius.Faults.Receivers;

/// <summary>One Shop as a process of its own, started again whenever it ends.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private const int FirstPort = 20000;
    private const int LastPort = 32000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static int _lastTried = FirstPort + (Environment.ProcessId % (LastPort - FirstPort));

    private readonly ProcessStartInfo _start;
    private readonly StreamWriter _log;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Process> _processes = [];
    private TaskCompletionSource<Process> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _supervision = Task.CompletedTask;
    private Process? _killed;
    private string _said = "";
    private readonly int _port;

    /// <param name="folder">Where it runs and its log is.</param>
    /// <param name="name">What its log is called.</param>
    /// <param name="environment">Its configuration.</param>
    /// <param name="clock">The clock.</param>
    public Receiver(string folder, string name, IReadOnlyDictionary<string, string> environment, TimeProvider clock)
    {
        _clock = clock;
        _port = FreePort();
        Address = new($"http://127.0.0.1:{_port}");
        _log = new(Path.Combine(folder, name + ".log")) { AutoFlush = true };
        _start = new("dotnet", [ShopPath, "--urls", Address.AbsoluteUri])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment)
        {
            _start.Environment[key] = value;
        }
    }

    public Uri Address { get; }

    /// <summary>How often it ended by itself.</summary>
    public int Ended { get; private set; }

    /// <summary>The last line of it that is no detail.</summary>
    public string Said => Volatile.Read(ref _said);

    /// <summary>The running process, or null.</summary>
    public Process? Current
    {
        get
        {
            lock (_processes)
            {
                return _processes is [.., { HasExited: false } last] ? last : null;
            }
        }
    }

    private static string ShopPath => Path.Combine(AppContext.BaseDirectory, "Shop.dll");

    public void Start() => _supervision = SuperviseAsync(_end.Token);

    /// <summary>Ends when it listens.</summary>
    public Task<Process> WhenReadyAsync(CancellationToken cancellationToken) => Volatile.Read(ref _ready).Task.WaitAsync(cancellationToken);

    /// <summary>Kills it with SIGKILL, once it listens.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var process = await WhenReadyAsync(cancellationToken);
            if (Kill(process))
            {
                await process.WaitForExitAsync(cancellationToken);
                return;
            }

            await Task.Delay(Look, _clock, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _supervision.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            // Its output is read to the end.
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await _log.DisposeAsync();
        _end.Dispose();
    }

    private async Task SuperviseAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var process = Launch();
            await UntilItListensAsync(process, cancellationToken);
            if (!process.HasExited)
            {
                Volatile.Read(ref _ready).TrySetResult(process);
            }

            await process.WaitForExitAsync(cancellationToken);
            if (_ready.Task.IsCompleted)
            {
                // Whoever waits goes on waiting when it ended before it listened.
                Volatile.Write(ref _ready, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            if (process != _killed)
            {
                Ended++;
                await Task.Delay(Look, _clock, cancellationToken);
            }
        }
    }

    /// <summary>False when it has ended, or somebody else is killing it.</summary>
    private bool Kill(Process process)
    {
        lock (_processes)
        {
            if (process == _killed || process.HasExited)
            {
                return false;
            }

            _killed = process;
            process.Kill();
            return true;
        }
    }

    private Process Launch()
    {
        var process = Process.Start(_start)!;
        process.OutputDataReceived += Write;
        process.ErrorDataReceived += Write;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        lock (_processes)
        {
            _processes.Add(process);
        }

        return process;
    }

    private void Write(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
        {
            if (line.Data is { } text)
            {
                _log.WriteLine(text);
                if (!string.IsNullOrWhiteSpace(text) && !text.TrimStart().StartsWith("at ", StringComparison.Ordinal))
                {
                    Volatile.Write(ref _said, text.Trim());
                }
            }
        }
    }

    private async Task UntilItListensAsync(Process process, CancellationToken cancellationToken)
    {
        while (!process.HasExited)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _port), cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Look, _clock, cancellationToken);
            }
        }
    }

    // Below those that outgoing connections get, so that none of them has it while the receiver is down.
    private static int FreePort()
    {
        for (var tries = FirstPort; ; tries++)
        {
            // No number twice: a receiver that is not started yet has its own already.
            var port = FirstPort + (Interlocked.Increment(ref _lastTried) % (LastPort - FirstPort));
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException) when (tries < LastPort)
            {
            }
        }
    }
}
