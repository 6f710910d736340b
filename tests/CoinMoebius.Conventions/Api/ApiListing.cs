using System.Text;
using CoinMoebius.Conventions.Support;
using Microsoft.CodeAnalysis;

namespace CoinMoebius.Conventions.Api;

/// <summary>Writes what a package offers as C# declarations, sorted, one member a line, so that a change shows in a review.</summary>
internal static class ApiListing
{
    private static readonly SymbolDisplayFormat Names = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Members = Names
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeExplicitInterface);

    private static readonly SymbolDisplayFormat Types = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    private static readonly HashSet<string> Shown =
        ["ObsoleteAttribute", "ExperimentalAttribute", "FlagsAttribute", "RequiresUnreferencedCodeAttribute", "RequiresDynamicCodeAttribute"];

    public static string Of(BuiltAssembly assembly)
    {
        var text = new StringBuilder().Append("// ").Append(assembly).Append('\n');
        foreach (var group in assembly.PublicTypes.GroupBy(type => type.ContainingNamespace.ToDisplayString()).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("\nnamespace ").Append(group.Key).Append('\n');
            foreach (var type in group.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
            {
                Append(text, type);
            }
        }

        return text.ToString();
    }

    /// <summary>The members a merchant's code can name, without those the compiler writes for records.</summary>
    public static IEnumerable<ISymbol> VisibleMembers(INamedTypeSymbol type) =>
        type.GetMembers().Where(member =>
            type.TypeKind != TypeKind.Delegate
            && member is not INamedTypeSymbol
            && !(member.IsImplicitlyDeclared || (type.IsValueType && member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 }))
            && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
            && (member.DeclaredAccessibility == Accessibility.Public
                || (!type.IsSealed && member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal))
            && member.CanBeReferencedByNameOrOperator()
            && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute"));

    private static void Append(StringBuilder text, INamedTypeSymbol type)
    {
        text.Append('\n');
        foreach (var attribute in ShownAttributes(type))
        {
            text.Append("  ").Append(attribute).Append('\n');
        }

        text.Append("  ").Append(Head(type)).Append('\n');
        if (type.TypeKind == TypeKind.Delegate)
        {
            return;
        }

        foreach (var line in VisibleMembers(type).Select(member => Line(type, member)).Order(StringComparer.Ordinal))
        {
            text.Append("    ").Append(line).Append('\n');
        }
    }

    private static string Line(INamedTypeSymbol type, ISymbol member)
    {
        var declaration = type.TypeKind == TypeKind.Enum ? $"{member.Name} = {((IFieldSymbol)member).ConstantValue}" : member.ToDisplayString(Members);
        if (member is IPropertySymbol property)
        {
            declaration = (property.IsRequired && !declaration.Contains(" required ") ? declaration.Replace("public ", "public required ", StringComparison.Ordinal) : declaration)
                + $" {{ {Accessor(property.GetMethod, "get")}{Accessor(property.SetMethod, property.SetMethod?.IsInitOnly == true ? "init" : "set")}}}";
        }

        return string.Concat(ShownAttributes(member).Select(attribute => attribute + " ")) + declaration;
    }

    private static string Accessor(IMethodSymbol? accessor, string name) =>
        accessor?.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal ? name + "; " : "";

    private static string Head(INamedTypeSymbol type)
    {
        var kind = type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Enum => "enum",
            TypeKind.Delegate => "delegate " + type.DelegateInvokeMethod!.ReturnType.ToDisplayString(Names),
            TypeKind.Struct => "struct",
            _ when type.IsRecord => "record",
            _ => "class",
        };
        var modifier = type.TypeKind switch
        {
            TypeKind.Class when type.IsStatic => "static ",
            TypeKind.Class when type.IsAbstract => "abstract ",
            TypeKind.Class when type.IsSealed => "sealed ",
            TypeKind.Struct when type.IsReadOnly => "readonly ",
            _ => "",
        };
        var parameters = type.TypeKind == TypeKind.Delegate
            ? $"({string.Join(", ", type.DelegateInvokeMethod!.Parameters.Select(parameter => parameter.ToDisplayString(Members)))})"
            : "";
        var bases = Bases(type).Select(item => item.ToDisplayString(Names)).ToArray();
        var name = type.ToDisplayString(Types).Split(" where ", 2);
        return $"public {modifier}{kind} {name[0]}{parameters}{(bases.Length > 0 ? " : " + string.Join(", ", bases) : "")}"
            + (name.Length > 1 ? " where " + name[1] : "");
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
        {
            return [];
        }

        var inherited = type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } ? new[] { type.BaseType } : [];
        return inherited.Concat(type.Interfaces.Where(item => item.DeclaredAccessibility == Accessibility.Public).OrderBy(item => item.ToDisplayString(), StringComparer.Ordinal));
    }

    private static IEnumerable<string> ShownAttributes(ISymbol symbol) =>
        symbol.GetAttributes().Where(attribute => Shown.Contains(attribute.AttributeClass!.Name)).Select(attribute => $"[{attribute}]");

    private static bool CanBeReferencedByNameOrOperator(this ISymbol member) =>
        member.CanBeReferencedByName
        || member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion }
        || member is IPropertySymbol { IsIndexer: true };
}
