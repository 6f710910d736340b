namespace CoinMoebius.Cli.Webhooks;

/// <summary>One request, as described by the flags of <c>webhooks verify</c>.</summary>
internal sealed record RequestFlags
{
    public required string Provider { get; init; }

    public string[] SecretVariables { get; init; } = [];

    public string[] SecretFiles { get; init; } = [];

    public string[] Secrets { get; init; } = [];

    public string[] Headers { get; init; } = [];

    public string? Body { get; init; }

    public string? Url { get; init; }

    public string? Now { get; init; }

    public string? Tolerance { get; init; }

    public string? Options { get; init; }

    public bool Json { get; init; }

    /// <summary>Returns the type's name only, so that secrets are never printed.</summary>
    public override string ToString() => nameof(RequestFlags);
}
