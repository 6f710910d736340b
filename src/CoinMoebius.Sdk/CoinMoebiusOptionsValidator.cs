using CoinMoebius.Sdk.Http;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Says what is wrong with the options and what to do about it; never the key itself.</summary>
internal sealed class CoinMoebiusOptionsValidator : IValidateOptions<CoinMoebiusOptions>
{
    private const string KeyPrefix = "cmk_";
    private const int MaxRetries = 10;
    private const int MaxPollsPerMinute = 6000;

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public static void ThrowIfInvalid(CoinMoebiusOptions options)
    {
        var failures = Failures(options);
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(CoinMoebiusOptions), failures.Select(failure => $"CoinMoebius: {failure}"));
        }
    }

    public ValidateOptionsResult Validate(string? name, CoinMoebiusOptions options)
    {
        var failures = Failures(options);
        if (failures.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var client = string.IsNullOrEmpty(name) ? "" : $" (client \"{name}\")";
        return ValidateOptionsResult.Fail(failures.Select(failure => $"CoinMoebius{client}: {failure}"));
    }

    private static List<string> Failures(CoinMoebiusOptions options)
    {
        var failures = new List<string>();
        ValidateAccess(options, failures);
        RequireTimeout(options.AttemptTimeout, nameof(options.AttemptTimeout), failures);
        RequireTimeout(options.TotalTimeout, nameof(options.TotalTimeout), failures);
        Require(
            options.AttemptTimeout <= options.TotalTimeout, failures,
            $"AttemptTimeout ({options.AttemptTimeout}) is longer than TotalTimeout ({options.TotalTimeout}). Shorten it or lengthen the other.");
        Require(
            options.MaxRetries is >= 0 and <= MaxRetries, failures,
            $"MaxRetries is {options.MaxRetries}; it must be 0 to {MaxRetries}. The usual value is 3.");
        RequirePause(options.RetryDelay, options.MaxRetryDelay, nameof(options.RetryDelay), nameof(options.MaxRetryDelay), failures);
        RequirePause(options.PollInterval, options.MaxPollInterval, nameof(options.PollInterval), nameof(options.MaxPollInterval), failures);
        Require(
            options.PollsPerMinute is >= 1 and <= MaxPollsPerMinute, failures,
            $"PollsPerMinute is {options.PollsPerMinute}; it must be 1 to {MaxPollsPerMinute}. The usual value is 60.");
        Require(
            options.NotFoundGracePeriod >= TimeSpan.Zero, failures,
            $"NotFoundGracePeriod is {options.NotFoundGracePeriod}; it must not be negative. The usual value is 00:00:30.");
        return failures;
    }

    private static void ValidateAccess(CoinMoebiusOptions options, List<string> failures)
    {
        var key = options.ApiKey;
        if (!string.IsNullOrEmpty(key))
        {
            Require(
                key!.StartsWith(KeyPrefix, StringComparison.Ordinal) && key.Length > KeyPrefix.Length && key.All(static c => c is > ' ' and <= '~'),
                failures,
                "ApiKey is not a Coin Moebius key. Copy it whole from the project's page in the dashboard: it starts with \"cmk_\" and has no spaces. Leave it out to call anonymously.");
        }

        Require(
            SafeUrls.IsPathSegment(options.ProjectId), failures,
            "ProjectId is empty or unusable. Set it to the project's id from the Coin Moebius dashboard.");
        if (options.BaseAddress is not { IsAbsoluteUri: true })
        {
            failures.Add("BaseAddress is missing or not absolute. Leave it out, or set it to an address such as https://api.coinmoebius.com.");
            return;
        }

        // Host only: user info may hold a password.
        Require(
            SafeUrls.IsSafe(options.BaseAddress), failures,
            $"BaseAddress uses {options.BaseAddress.Scheme} for {options.BaseAddress.Host}. Use https; http is allowed for loopback addresses only, as the key would travel in the clear.");
        Require(
            options.BaseAddress is { Query: "", Fragment: "", UserInfo: "" }, failures,
            "BaseAddress has user info, a query or a fragment. Leave only scheme, host, port and path.");
    }

    private static void RequireTimeout(TimeSpan value, string name, List<string> failures) => Require(
        value >= TimeSpan.FromMilliseconds(10) && value <= LongestTimeout, failures,
        $"{name} is {value}; it must be between 00:00:00.010 and {LongestTimeout}.");

    private static void RequirePause(TimeSpan value, TimeSpan longest, string name, string longestName, List<string> failures)
    {
        Require(value > TimeSpan.Zero, failures, $"{name} is {value}; it must be positive.");
        Require(
            longest >= value && longest <= LongestTimeout, failures,
            $"{longestName} is {longest}; it must be at least {name} ({value}) and at most {LongestTimeout}.");
    }

    private static void Require(bool condition, List<string> failures, string message)
    {
        if (!condition)
        {
            failures.Add(message);
        }
    }
}
