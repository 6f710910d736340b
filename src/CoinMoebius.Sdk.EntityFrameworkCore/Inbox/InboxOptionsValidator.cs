using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

internal sealed class InboxOptionsValidator : IValidateOptions<EntityFrameworkInboxOptions>
{
    public ValidateOptionsResult Validate(string? name, EntityFrameworkInboxOptions options)
    {
        var failures = options.Validate().ToArray();
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures.Select(failure => "EntityFrameworkInboxOptions: " + failure));
    }
}
