#if NETSTANDARD2_0
#pragma warning disable IDE0130 // the compiler looks this up by its full name
namespace Microsoft.CodeAnalysis;

/// <summary>Hides a type from every other assembly, friends included, so that tests on a newer framework see its own types.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;
#endif
