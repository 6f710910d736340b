using System.Collections;
using NUnit.Framework.Interfaces;

namespace CoinMoebius.Tests.Shared;

/// <summary>Seeds of a random test: all of them where everything runs, else the first few.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SeedsAttribute(int first, int last) : NUnitAttribute, IParameterDataSource
{
    private const int Usual = 2;

    public IEnumerable GetData(IParameterInfo parameter) =>
        Enumerable.Range(first, Exhaustive.IsOn ? last - first + 1 : Usual);
}
