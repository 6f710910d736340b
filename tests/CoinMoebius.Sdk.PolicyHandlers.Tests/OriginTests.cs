using CoinMoebius.Sdk.PolicyHandlers.Tests.Support;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests;

/// <summary>Over a client of the caller's that follows redirects, nothing reaches another origin, whichever client of the SDK it is.</summary>
public sealed class OriginTests
{
    private static IEnumerable<TestCaseData> Calls =>
        from kind in ClientKind.All
        from call in new[] { (Name: "reads", Call: kind.Read), (Name: "acts", Call: kind.Act) }
        where call.Call is not null
        select new TestCaseData(kind, call.Call).SetArgDisplayNames(kind.Name, call.Name);

    [TestCaseSource(nameof(Calls))]
    public async Task No_key_signature_or_body_follows_a_redirect_to_another_origin(ClientKind kind, Func<object, Task> call)
    {
        await using var stranger = LoopbackApi.Answers("{}");
        await using var api = LoopbackApi.RedirectsTo(_ => stranger.Address);
        using var http = new HttpClient();

        await call.Awaiting(it => it(kind.Over(http, options => options.BaseAddress = api.Address))).Should().ThrowAsync<CoinMoebiusTransportException>();

        stranger.Requests.Should().BeEmpty();
        api.Requests.Should().ContainSingle();
    }
}
