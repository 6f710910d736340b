using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoinMoebius.Tests.Shared;

/// <summary>A PgBouncer of one's own before a PostgreSQL server, on a loopback port. Needs its program, not a service.</summary>
public sealed class ThrowawayPgBouncer : IAsyncDisposable
{
    /// <summary>How to get it, for the line that a skipped test says.</summary>
    public const string HowToGet = "Needs PgBouncer: apt-get install pgbouncer.";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly Process _process;

    private ThrowawayPgBouncer(string folder, int port, Process process) => (_folder, Port, _process) = (folder, port, process);

    public int Port { get; }

    /// <summary>Where the program is; null when it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append("/usr/sbin").Select(folder => Path.Combine(folder, "pgbouncer")).FirstOrDefault(File.Exists);

    /// <summary>Starts one.</summary>
    /// <param name="serverPort">The port of PostgreSQL on this machine.</param>
    /// <param name="mode">When a session of the server goes to another client: <c>transaction</c> or <c>session</c>.</param>
    /// <param name="poolSize">How many sessions of the server there are for a database.</param>
    public static async Task<ThrowawayPgBouncer> StartAsync(int serverPort, string mode, int poolSize)
    {
        var program = Find() ?? throw new InvalidOperationException(HowToGet);
        var folder = Directory.CreateTempSubdirectory("coinmoebius-pgbouncer-").FullName;
        var port = FreePort();
        var settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(settings, $"""
            [databases]
            * = host=127.0.0.1 port={serverPort} user=shop
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = {mode}
            default_pool_size = {poolSize}
            max_client_conn = 400
            """);
        if (Environment.UserName == "root")
        {
            // It refuses to run as root.
            using var give = Process.Start("chown", ["postgres", folder]);
            await give.WaitForExitAsync();
        }

        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, "-q", settings])
            : new ProcessStartInfo(program, ["-q", settings]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var bouncer = new ThrowawayPgBouncer(folder, port, Process.Start(start)!);
        bouncer._process.OutputDataReceived += static (_, _) => { };
        bouncer._process.ErrorDataReceived += static (_, _) => { };
        bouncer._process.BeginOutputReadLine();
        bouncer._process.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(port))
        {
            if (bouncer._process.HasExited || waited.Elapsed > StartLimit)
            {
                await bouncer.DisposeAsync();
                throw new InvalidOperationException("PgBouncer did not start.");
            }
        }

        return bouncer;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Also what runuser has started.
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            await Task.Yield();
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
