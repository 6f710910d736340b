using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Verifies a stream of cases: one line in, one line out, in order.</summary>
internal sealed class JsonLinesRun : IDisposable
{
    /// <summary>The longest line in bytes.</summary>
    public const int MaxLineLength = 32 * 1024 * 1024;

    private const int BlockSize = 64 * 1024;
    private const int FlushSize = 64 * 1024;
    private const int MaxKeptBuffer = 1024 * 1024;

    private readonly PipeReader _input;
    private readonly Stream _out;
    private readonly Progress? _progress;
    private readonly CaseVerifier _verifier;
    private readonly Utf8JsonWriter _writer;
    private ArrayBufferWriter<byte> _results = new(FlushSize * 2);
    private long _lineNumber;
    private bool _isTooLong;
    private bool _hasErrors;

    private JsonLinesRun(Stream input, CommandIo io, Progress? progress)
    {
        _input = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: BlockSize, leaveOpen: true));
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
                "Reading cases from the terminal: one JSON object per line, ended by Ctrl-D (Windows: Ctrl-Z, Enter). See --help for an example.");
        }

        using var fromStandardInput = new JsonLinesRun(io.In, io, null);
        return await fromStandardInput.RunAsync(cancellationToken);
    }

    public void Dispose()
    {
        _input.Complete();
        _writer.Dispose();
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        ReadResult read;
        var scanned = 0L;
        do
        {
            read = await ReadAsync(cancellationToken);
            var rest = read.Buffer;
            var unseen = rest.Slice(scanned);
            while (unseen.PositionOf((byte)'\n') is { } newline)
            {
                await AnswerAsync(rest.Slice(0, newline), cancellationToken);
                rest = unseen = rest.Slice(rest.GetPosition(1, newline));
            }

            if (read.IsCompleted && (_isTooLong || !rest.IsEmpty))
            {
                await AnswerAsync(rest, cancellationToken);
            }
            else if (rest.Length > MaxLineLength)
            {
                _isTooLong = true;
                rest = rest.Slice(rest.End);
            }

            // A program may wait for a result before it sends the next case.
            await FlushAsync(cancellationToken);
            _progress?.Report(_lineNumber);
            scanned = rest.Length;
            _input.AdvanceTo(rest.Start, rest.End);
        }
        while (!read.IsCompleted);

        return _hasErrors ? ExitCode.Failure : ExitCode.Success;
    }

    private async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _input.ReadAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new CommandException($"cannot read past line {_lineNumber}: {e.Message}");
        }
    }

    private async ValueTask AnswerAsync(ReadOnlySequence<byte> line, CancellationToken cancellationToken)
    {
        if (_lineNumber++ == 0)
        {
            line = WithoutByteOrderMark(line);
        }

        var isTooLong = _isTooLong || line.Length > MaxLineLength;
        _isTooLong = false;
        if (!isTooLong && IsBlank(line))
        {
            return;
        }

        var result = await VerifyAsync(isTooLong ? null : line, cancellationToken);
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

    private static ReadOnlySequence<byte> WithoutByteOrderMark(ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(line);
        reader.IsNext("\uFEFF"u8, advancePast: true);
        return reader.UnreadSequence;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(line);
        reader.AdvancePastAny(" \t\r"u8);
        return reader.End;
    }

    /// <param name="line">The line; null when it is too long.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    private async ValueTask<CaseResult> VerifyAsync(ReadOnlySequence<byte>? line, CancellationToken cancellationToken)
    {
        CaseId id = default;
        try
        {
            var verifyCase = Parse(line, ref id);
            return CaseResult.Of(id, await _verifier.VerifyAsync(verifyCase, cancellationToken));
        }
        catch (CaseException e)
        {
            // Without an id, only the number identifies the line.
            return CaseResult.Failed(id, id.IsMissing ? $"line {_lineNumber}: {e.Message}" : e.Message);
        }
    }

    private static VerifyCase Parse(ReadOnlySequence<byte>? line, ref CaseId id)
    {
        if (line is not { } json)
        {
            throw new CaseException($"the line is longer than {MaxLineLength} bytes.");
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new CaseException("the line is not a JSON object.");
            }

            id = CaseId.Read(document.RootElement);
            return VerifyCase.Read(document.RootElement);
        }
        catch (JsonException e)
        {
            // The exception's message may quote the input.
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
