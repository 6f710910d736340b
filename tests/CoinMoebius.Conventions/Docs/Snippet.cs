namespace CoinMoebius.Conventions.Docs;

/// <summary>One block of C# in the documentation.</summary>
public sealed record Snippet(string File, int Line, string Note, string Code)
{
    public override string ToString() => $"{File}:{Line}";
}
