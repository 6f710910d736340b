using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>An API on a port of its own, with real sockets: one connection for each request, and every byte of it kept.</summary>
internal sealed class LoopbackApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string?> _answer;
    private readonly Task _serving;

    /// <param name="answer">Makes the answer from the request; null to close the connection without one.</param>
    private LoopbackApi(Func<string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>What came, as text; connections that brought nothing do not count.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static LoopbackApi Answers(string body) => new(_ => Answer("200 OK", body));

    public static LoopbackApi LosesAnswers() => new(_ => null);

    public static LoopbackApi RedirectsTo(Func<string, Uri> target, int status = 307) =>
        new(request => Answer($"{status} Redirect", "", $"Location: {target(request)}\r\n"));

    /// <summary>Redirects within the origin, and answers there.</summary>
    public static LoopbackApi Moved(string body) =>
        new(request => request.Split(' ')[1] == "/moved" ? Answer("200 OK", body) : Answer("307 Redirect", "", "Location: /moved\r\n"));

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private static string Answer(string status, string body, string header = "") =>
        $"HTTP/1.1 {status}\r\n{header}Content-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        var text = "";
        try
        {
            var buffer = new byte[16 * 1024];
            while (!IsWhole(text))
            {
                var read = await stream.ReadAsync(buffer);
                if (read == 0)
                {
                    break;
                }

                text += Encoding.ASCII.GetString(buffer, 0, read);
            }

            if (text.Length > 0)
            {
                Requests.Enqueue(text);
                if (_answer(text) is { } answer)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
                }
            }
        }
        catch (IOException)
        {
            // The other end has closed it.
            if (text.Length > 0)
            {
                Requests.Enqueue(text);
            }
        }
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return length is null || text.Length - end - 4 >= int.Parse(length["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
