namespace CoinMoebius.Sdk.Testing;

/// <summary>Creates ids, codes and addresses. With a seed, the same calls return the same ones.</summary>
internal sealed class SimulatorIds
{
    private const string Hex = "0123456789abcdef";
    private const string Lower = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Codes = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private readonly Lock _gate = new();
    private readonly Random _random;
    private long _number;

    // Ids must not collide with those that a merchant's database keeps from an earlier start.
    public SimulatorIds(int? seed)
    {
        _random = seed is { } value ? new Random(value) : new Random();
        _number = seed is null ? _random.NextInt64(1_000_000_000) : 0;
    }

    /// <summary>Short enough for the 20 characters of an Authorize.Net reference.</summary>
    public string Transaction() => "tx_" + Text(Lower, 16);

    public string Token() => Text(Base58, 48);

    public string ReferenceCode() => $"{Text(Codes, 3)}-{Text(Codes, 3)}-{Text(Codes, 4)}";

    /// <summary>An address in the format of a subaddress on Monero's stagenet, so that no real money is paid to it.</summary>
    public string MoneroAddress() => "7" + Text(Base58, 94);

    public string CoinAddress() => "0x" + Text(Hex, 40);

    public string ProviderPayment(IWebhookSigner? signer)
    {
        var number = Number();
        return signer?.CreatePaymentId(number) ?? Guid.Parse(Text(Hex, 32)).ToString();
    }

    /// <summary>A random UUID, version 4.</summary>
    public string Uuid()
    {
        var digits = Text(Hex, 32).ToCharArray();
        (digits[12], digits[16]) = ('4', "89ab"[digits[16] % 4]);
        return Guid.Parse(digits).ToString();
    }

    /// <summary>Characters of an alphabet.</summary>
    public string Text(string alphabet, int length)
    {
        lock (_gate)
        {
            return new(_random.GetItems<char>(alphabet, length));
        }
    }

    public long Number() => Interlocked.Increment(ref _number);
}
