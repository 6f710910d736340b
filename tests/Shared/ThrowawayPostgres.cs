using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoinMoebius.Tests.Shared;

/// <summary>A PostgreSQL server of one's own in a temporary folder, on a loopback port. Needs its server programs, not a service.</summary>
public sealed class ThrowawayPostgres : IAsyncDisposable
{
    /// <summary>How to get it, for the line that a skipped test says.</summary>
    public const string HowToGet = "Needs the server programs of PostgreSQL (initdb, postgres): apt-get install postgresql.";

    private const string SuperUser = "shop";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly string _binaries;
    private readonly int _port;
    private readonly bool _isSafe;
    private Process? _server;

    private ThrowawayPostgres(string folder, string binaries, int port, bool isSafe) =>
        (_folder, _binaries, _port, _isSafe) = (folder, binaries, port, isSafe);

    /// <summary>Where it keeps its data until it is disposed.</summary>
    public string Folder => _folder;

    /// <summary>The connection string of a database.</summary>
    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username={SuperUser};Database={database};Include Error Detail=false";

    /// <summary>Where the server programs are; null when they are not installed.</summary>
    public static string? FindBinaries()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).ToList();
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders.AddRange(Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")));
        }

        // What is on the path may be links to some of them.
        return folders.Select(folder => new FileInfo(Path.Combine(folder, "initdb"))).Where(file => file.Exists)
            .Select(file => (file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName) is var real ? Path.GetDirectoryName(real)! : "")
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "pg_isready")));
    }

    /// <summary>Makes a cluster and starts it.</summary>
    /// <param name="isSafe">True to write to the disk as a real server does; false is faster and loses data when the machine stops.</param>
    public static async Task<ThrowawayPostgres> StartAsync(bool isSafe)
    {
        var binaries = FindBinaries() ?? throw new InvalidOperationException(HowToGet);
        var folder = Directory.CreateTempSubdirectory("coinmoebius-pg-").FullName;
        var server = new ThrowawayPostgres(folder, binaries, FreePort(), isSafe);
        if (Environment.UserName == "root")
        {
            // The server refuses to run as root.
            await RunAsync("chown", ["postgres", folder]);
        }

        await RunAsync(server.Command("initdb", ["-D", server.Data, "-U", SuperUser, "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"]));
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, with all that was committed.</summary>
    public async Task StartAsync()
    {
        // With a database for each test, autovacuum would start a process three times a second, and the copies fill the log.
        string[] safety = _isSafe
            ? []
            : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "autovacuum=off", "-c", "max_wal_size=8GB"];
        var start = Command(
            "postgres",
            ["-D", Data, "-h", "127.0.0.1", "-p", $"{_port}", "-k", _folder, "-c", "max_connections=400", "-c", "log_min_messages=fatal", .. safety]);
        _server = Process.Start(start)!;
        _server.OutputDataReceived += static (_, _) => { };
        _server.ErrorDataReceived += static (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_server.HasExited || waited.Elapsed > StartLimit)
            {
                throw new InvalidOperationException("PostgreSQL did not start.");
            }
        }
    }

    /// <summary>Stops it at once; sessions end, and what was committed stays.</summary>
    public async Task StopAsync()
    {
        if (_server is null)
        {
            return;
        }

        // Ctrl+C reaches it as well as the process that started it.
        if (!_server.HasExited)
        {
            await RunAsync(Command("pg_ctl", ["-D", Data, "stop", "-m", "immediate", "-w"]));
        }

        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string Data => Path.Combine(_folder, "data");

    private async Task<bool> AnswersAsync()
    {
        var check = Command("pg_isready", ["-h", "127.0.0.1", "-p", $"{_port}", "-q", "-t", "1"]);
        using var process = Process.Start(check)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private ProcessStartInfo Command(string program, string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        var info = Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.WorkingDirectory = _folder;
        return info;
    }

    private static Task RunAsync(string program, string[] arguments) =>
        RunAsync(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });

    private static async Task RunAsync(ProcessStartInfo info)
    {
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{info.FileName} failed: {await output}{await error}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
