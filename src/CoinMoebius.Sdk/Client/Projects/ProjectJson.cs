using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Client.Projects;

/// <summary>Reads the public information of a project.</summary>
internal static class ProjectJson
{
    /// <exception cref="AnswerException">The answer is not a project.</exception>
    public static ProjectInfo Read(JsonElement answer)
    {
        var providers = answer.At("providers");
        if (answer.At("projectId").Text() is not { } projectId || providers.ValueKind != JsonValueKind.Array)
        {
            throw new AnswerException("is no project");
        }

        return new ProjectInfo
        {
            ProjectId = projectId,
            Providers = [.. providers.EnumerateArray().Where(static item => item.At("id").Text() is not null).Select(ReadProvider)],
        };
    }

    private static ProjectProvider ReadProvider(JsonElement item)
    {
        var id = item.At("id").Text()!;
        return new ProjectProvider
        {
            Id = new PaymentProvider(id),
            Name = item.At("name").Text() ?? id,
            PublishableKey = item.At("publishableKey").Text(),
            MailingAddress = item.At("mailingAddress").Text(),
            ExpectedCurrency = item.At("expectedCurrency").Text(),
            GoldbackRate = item.At("goldbackRate").Decimal(),
        };
    }
}
