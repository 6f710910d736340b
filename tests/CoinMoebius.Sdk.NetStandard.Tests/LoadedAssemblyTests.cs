using System.Reflection;
using System.Runtime.Versioning;

namespace CoinMoebius.Sdk.Tests;

/// <summary>The tests linked into this project mean something only while the core they run on is the netstandard2.0 one.</summary>
public sealed class LoadedAssemblyTests
{
    [Test]
    public void The_core_is_the_one_for_netstandard() =>
        typeof(CoinMoebiusException).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Should().Be(".NETStandard,Version=v2.0");
}
