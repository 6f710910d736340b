namespace CoinMoebius.Fuzz;

/// <summary>Changes headers or the query at random.</summary>
internal sealed class HeaderMutator(Random random)
{
    private static readonly string[] Pieces =
    [
        "", " ", ",", "=", "t=1", ",t=1778720661", ",v1=00", ",v0=00", ",h=a", " v1,AAAA", " v1a,AAAA", "\uD800", "é", "\0", "application/x-www-form-urlencoded",
        "-1", "99999999999999999999", "sha512=", "&cm_token=", "%00", "%", new('a', 9000), new(',', 3000),
    ];

    public FuzzDelivery Change(FuzzDelivery delivery, FuzzDelivery other)
    {
        if (delivery.Query.Length > 0 && random.Next(2) == 0)
        {
            return delivery with { Query = ChangeText(delivery.Query) };
        }

        var headers = delivery.Headers.ToList();
        if (headers.Count == 0)
        {
            return delivery;
        }

        var at = random.Next(headers.Count);
        var (name, value) = (headers[at].Key, headers[at].Value);
        switch (random.Next(6))
        {
            case 0:
                headers.RemoveAt(at);
                break;
            case 1:
                headers.Add(KeyValuePair.Create(random.Next(2) == 0 ? name : name.ToUpperInvariant(), random.Next(2) == 0 ? value : ChangeText(value)));
                break;
            case 2:
                headers[at] = KeyValuePair.Create(name, other.Header(name) ?? "");
                break;
            case 3:
                headers[at] = KeyValuePair.Create(name.Replace("webhook-", "svix-", StringComparison.Ordinal), value);
                break;
            default:
                headers[at] = KeyValuePair.Create(name, ChangeText(value));
                break;
        }

        return delivery with { Headers = headers };
    }

    private string ChangeText(string text)
    {
        var at = random.Next(text.Length + 1);
        var piece = Pieces[random.Next(Pieces.Length)];
        return random.Next(7) switch
        {
            0 => text.Insert(at, piece),
            1 => text + piece,
            2 => piece + text,
            3 => text[..at],
            4 when at < text.Length => $"{text[..at]}{(char)(text[at] ^ (1 << random.Next(6)))}{text[(at + 1)..]}",
            5 => text.ToUpperInvariant(),
            6 => string.Concat(Enumerable.Repeat(text + ",", random.Next(2, 12))),
            _ => piece,
        };
    }
}
