using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Http;

/// <summary>Reports the problems of a client's options and how to correct them, without secrets.</summary>
internal sealed class ApiClientOptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : ApiClientOptions
{
    private const string Suffix = "Options";

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    private static string Client => typeof(TOptions).Name.Substring(0, typeof(TOptions).Name.Length - Suffix.Length);

    public static void ThrowIfInvalid(TOptions options)
    {
        var failures = Failures(options);
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(TOptions), failures.Select(failure => $"{Client}: {failure}"));
        }
    }

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var failures = Failures(options);
        if (failures.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var client = string.IsNullOrEmpty(name) ? "" : $" (client \"{name}\")";
        return ValidateOptionsResult.Fail(failures.Select(failure => $"{Client}{client}: {failure}"));
    }

    private static List<string> Failures(TOptions options)
    {
        var failures = new List<string>();
        options.Validate(failures);
        ValidateBaseAddress(options.BaseAddress, failures);
        RequireTimeout(options.AttemptTimeout, nameof(options.AttemptTimeout), failures);
        RequireTimeout(options.TotalTimeout, nameof(options.TotalTimeout), failures);
        failures.Require(
            options.AttemptTimeout <= options.TotalTimeout,
            $"AttemptTimeout ({options.AttemptTimeout}) is longer than TotalTimeout ({options.TotalTimeout}). Shorten it or lengthen the other.");
        failures.Require(
            options.MaxRetries is >= 0 and <= RetryRules.MaxRetries,
            $"MaxRetries is {options.MaxRetries}; it must be 0 to {RetryRules.MaxRetries}. The usual value is 3.");
        RequirePause(options.RetryDelay, options.MaxRetryDelay, nameof(options.RetryDelay), nameof(options.MaxRetryDelay), failures);
        RequirePause(options.PollInterval, options.MaxPollInterval, nameof(options.PollInterval), nameof(options.MaxPollInterval), failures);
        return failures;
    }

    private static void ValidateBaseAddress(Uri? address, List<string> failures)
    {
        if (address is not { IsAbsoluteUri: true })
        {
            failures.Add("BaseAddress is missing or not absolute. Leave it out, or set it to an address such as https://api.example.com.");
            return;
        }

        // Host only: user info may hold a password.
        failures.Require(
            SafeUrls.IsSafe(address),
            $"BaseAddress uses {address.Scheme} for {address.Host}. Use https; http is allowed for loopback addresses only, since it sends credentials unencrypted.");
        failures.Require(
            address is { Query: "", Fragment: "", UserInfo: "" },
            "BaseAddress has user info, a query or a fragment. Leave only scheme, host, port and path.");
    }

    private static void RequireTimeout(TimeSpan value, string name, List<string> failures) => failures.Require(
        value >= TimeSpan.FromMilliseconds(10) && value <= LongestTimeout,
        $"{name} is {value}; it must be between 00:00:00.010 and {LongestTimeout}.");

    private static void RequirePause(TimeSpan value, TimeSpan longest, string name, string longestName, List<string> failures)
    {
        failures.Require(value > TimeSpan.Zero, $"{name} is {value}; it must be positive.");
        failures.Require(
            longest >= value && longest <= LongestTimeout,
            $"{longestName} is {longest}; it must be at least {name} ({value}) and at most {LongestTimeout}.");
    }
}
