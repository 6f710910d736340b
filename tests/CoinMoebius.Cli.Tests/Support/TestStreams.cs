namespace CoinMoebius.Cli.Tests.Support;

/// <summary>A stream of which a test gives the asynchronous reads.</summary>
internal abstract class ReadOnlyTestStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A stream of which a test gives the asynchronous writes.</summary>
internal abstract class WriteOnlyTestStream : ReadOnlyTestStream
{
    public override bool CanRead => false;

    public override bool CanWrite => true;
}
