using System.Buffers;
using System.Text.Json;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Answers a stream of cases, one line in, one line out, in order.</summary>
internal sealed class JsonLinesRun : IDisposable
{
    /// <summary>The longest line in bytes.</summary>
    public const int MaxLineLength = 32 * 1024 * 1024;

    private const int FlushSize = 64 * 1024;
    private const int MaxKeptBuffer = 1024 * 1024;

    private readonly LineReader _lines;
    private readonly Stream _out;
    private readonly Progress? _progress;
    private readonly CaseVerifier _verifier;
    private readonly Utf8JsonWriter _writer;
    private ArrayBufferWriter<byte> _results = new(FlushSize * 2);
    private long _lineNumber;
    private bool _hasErrors;

    private JsonLinesRun(Stream input, CommandIo io, Progress? progress)
    {
        _lines = new(input, MaxLineLength);
        _out = io.Out;
        _progress = progress;
        _verifier = new(io.Clock);
        _writer = new(_results, CaseResult.Compact);
    }

    /// <summary>Runs <c>webhooks verify --jsonl</c>.</summary>
    /// <param name="file">The file to read; standard input when it is null or <c>-</c>.</param>
    /// <param name="io">The streams.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<int> RunAsync(string? file, CommandIo io, CancellationToken cancellationToken)
    {
        if (file is not (null or "-"))
        {
            await using var input = InputFile.Open(file);
            using var progress = Progress.TryStart(io);
            using var run = new JsonLinesRun(input, io, progress);
            return await run.RunAsync(cancellationToken);
        }

        if (io.InIsTerminal)
        {
            await io.Error.WriteLineAsync(
                "Reading cases from the terminal: one JSON object a line, ended by Ctrl-D (Windows: Ctrl-Z, Enter). See --help for a line.");
        }

        using var fromStandardInput = new JsonLinesRun(io.In, io, null);
        return await fromStandardInput.RunAsync(cancellationToken);
    }

    public void Dispose() => _writer.Dispose();

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        do
        {
            while (_lines.TryRead())
            {
                await AnswerAsync(cancellationToken);
            }

            // Whoever waits for an answer before sending the next case gets it.
            await FlushAsync(cancellationToken);
            _progress?.Report(_lineNumber);
        }
        while (await FillAsync(cancellationToken));

        if (_lines.TryReadRest())
        {
            await AnswerAsync(cancellationToken);
            await FlushAsync(cancellationToken);
            _progress?.Report(_lineNumber);
        }

        return _hasErrors ? ExitCode.Failure : ExitCode.Success;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _lines.FillAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new CommandException($"cannot read on after line {_lineNumber}: {e.Message}");
        }
    }

    private async ValueTask AnswerAsync(CancellationToken cancellationToken)
    {
        _lineNumber++;
        if (!_lines.IsTooLong && _lines.Line.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        var result = await VerifyAsync(cancellationToken);
        _hasErrors |= result.Error is not null;
        result.Write(_writer);
        _writer.Flush();
        _writer.Reset();
        _results.Write("\n"u8);
        if (_results.WrittenCount >= FlushSize)
        {
            await FlushAsync(cancellationToken);
        }
    }

    private async ValueTask<CaseResult> VerifyAsync(CancellationToken cancellationToken)
    {
        CaseId id = default;
        try
        {
            var verifyCase = Parse(ref id);
            return CaseResult.Of(id, await _verifier.VerifyAsync(verifyCase, cancellationToken));
        }
        catch (CaseException e)
        {
            // Without an id the number is the only way to find the line.
            return CaseResult.Failed(id, id.IsMissing ? $"line {_lineNumber}: {e.Message}" : e.Message);
        }
    }

    private VerifyCase Parse(ref CaseId id)
    {
        if (_lines.IsTooLong)
        {
            throw new CaseException($"the line is longer than {MaxLineLength} bytes.");
        }

        try
        {
            using var document = JsonDocument.Parse(_lines.Line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new CaseException("the line is not a JSON object.");
            }

            id = CaseId.Read(document.RootElement);
            return VerifyCase.Read(document.RootElement);
        }
        catch (JsonException e)
        {
            // Its message may quote what it found.
            throw new CaseException($"the line is not JSON (at byte {e.BytePositionInLine}).");
        }
        catch (InvalidOperationException)
        {
            throw new CaseException("a text on the line is not valid Unicode.");
        }
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_results.WrittenCount == 0)
        {
            return;
        }

        try
        {
            await _out.WriteAsync(_results.WrittenMemory, cancellationToken);
            await _out.FlushAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new OutputException(e);
        }

        if (_results.Capacity > MaxKeptBuffer)
        {
            _results = new(FlushSize * 2);
            _writer.Reset(_results);
        }
        else
        {
            _results.ResetWrittenCount();
        }
    }
}
