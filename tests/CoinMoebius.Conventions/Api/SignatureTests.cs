using CoinMoebius.Conventions.Support;
using Microsoft.CodeAnalysis;

namespace CoinMoebius.Conventions.Api;

/// <summary>How public members look, everywhere.</summary>
public sealed class SignatureTests
{
    private static readonly HashSet<string> Awaitables = ["Task", "ValueTask", "IAsyncEnumerable"];

    private static readonly string[] MoneyWords = ["Amount", "Price", "Total", "Fee", "Balance"];

    private static readonly string[] SecretWords = ["Secret", "ApiKey", "AccessToken", "Password", "PrivateKey", "ClientSecret", "SigningKey"];

    private static readonly string[] SuccessWords = ["Succe", "Valid", "Verified", "Ok", "Paid", "Complete", "Accepted", "Active", "Allow", "Trusted"];

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void Asynchronous_methods_end_in_Async_and_take_a_token_last(BuiltAssembly assembly)
    {
        var faults = Methods(assembly).Where(method => method.MethodKind == MethodKind.Ordinary && Awaitables.Contains(method.ReturnType.Name))
            .Where(method => !IsGivenByAnotherAssembly(method))
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)
                || method.Parameters is not [.., { Type.Name: "CancellationToken", Name: "cancellationToken" }]);

        Names(faults).Should().BeEmpty();
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void A_token_is_optional_except_where_the_caller_is_this_SDK(BuiltAssembly assembly)
    {
        var faults = Methods(assembly).Where(method => !IsGivenByAnotherAssembly(method))
            .Where(method => method.ContainingType.Name != "IWebhookHandler" && method.MethodKind == MethodKind.Ordinary && !method.IsOverride)
            .Where(method => !ImplementsHandler(method))
            .Where(method => method.Parameters is [.., { Type.Name: "CancellationToken", IsOptional: false }]);

        Names(faults).Should().BeEmpty();
    }

    /// <summary>What may grow is a request, a query or an options object, so that compiled callers still find the method.</summary>
    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void No_optional_parameter_stands_before_a_token(BuiltAssembly assembly)
    {
        var faults = Methods(assembly).Where(method => method.Parameters is [.. var others, { Type.Name: "CancellationToken" }]
            && others.Any(static parameter => parameter.IsOptional));

        Names(faults).Should().BeEmpty();
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void What_is_required_is_never_null(BuiltAssembly assembly)
    {
        var faults = assembly.PublicTypes.SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(static property => property is { IsRequired: true, NullableAnnotation: NullableAnnotation.Annotated });

        Names(faults).Should().BeEmpty();
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void JSON_that_is_sent_is_a_node_and_JSON_that_is_received_is_an_element(BuiltAssembly assembly)
    {
        var sent = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in assembly.PublicTypes.Where(static type => type.Name.EndsWith("Request", StringComparison.Ordinal) && IsModel(type)))
        {
            Collect(type, sent);
        }

        Names(sent.SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>()).Where(static property => Mentions(property.Type, "JsonElement")))
            .Should().BeEmpty("a request is built from nodes");
        Names(assembly.PublicTypes.Where(IsModel).Except(sent, SymbolEqualityComparer.Default).OfType<INamedTypeSymbol>()
            .SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>()).Where(static property => Mentions(property.Type, "JsonObject")))
            .Should().BeEmpty("what was received does not change");
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void Types_are_in_the_namespace_of_their_package_and_folder(BuiltAssembly assembly)
    {
        var folder = assembly.Package.Folder;
        var allowed = Repository.Files(folder, ".cs").Select(file => Path.GetDirectoryName(file[(folder.Length + 1)..])!.Replace('\\', '/'))
            .Select(path => path.Length == 0 ? assembly.Package.RootNamespace : $"{assembly.Package.RootNamespace}.{path.Replace('/', '.')}")
            .Append(assembly.Package.RootNamespace).Append("CoinMoebius.Sdk").ToHashSet();

        assembly.PublicTypes.Select(type => type.ContainingNamespace.ToDisplayString()).Distinct().Should().BeSubsetOf(allowed);
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void The_zero_of_an_enum_has_a_name_and_is_no_success(BuiltAssembly assembly)
    {
        foreach (var type in assembly.PublicTypes.Where(type => type.TypeKind == TypeKind.Enum))
        {
            var zero = type.GetMembers().OfType<IFieldSymbol>().SingleOrDefault(field => field.HasConstantValue && Convert.ToInt64(field.ConstantValue, null) == 0);
            zero.Should().NotBeNull("default({0}) must mean something", type.Name);
            SuccessWords.Should().NotContain(word => zero!.Name.StartsWith(word, StringComparison.Ordinal), "default({0}) is {1}", type.Name, zero!.Name);
        }
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void Nothing_public_is_mutable_and_static(BuiltAssembly assembly)
    {
        var faults = assembly.PublicTypes.Where(type => type.TypeKind != TypeKind.Enum).SelectMany(ApiListing.VisibleMembers)
            .Where(member => member is IFieldSymbol { IsConst: false } or IPropertySymbol { IsStatic: true, SetMethod: not null } or IEventSymbol { IsStatic: true });

        Names(faults).Should().BeEmpty("fields are private, and what is static is shared by every merchant in the process");
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void Classes_are_sealed_static_or_abstract(BuiltAssembly assembly)
    {
        var faults = assembly.PublicTypes.Where(
            type => type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false, IsAbstract: false } && !IsException(type) && !IsRow(type));

        Names(faults).Should().BeEmpty("a class is either made to be derived from or not");
    }

    /// <summary>The exception to the rule above: Entity Framework derives its proxies from rows, in the merchant's process.</summary>
    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void Rows_can_be_derived_from_by_proxies(BuiltAssembly assembly)
    {
        var rows = assembly.PublicTypes.Where(IsRow).ToList();

        Names(rows.Where(row => row.IsSealed || row.IsAbstract)).Should().BeEmpty();
        Names(rows.SelectMany(row => row.GetMembers().OfType<IPropertySymbol>()).Where(property => !property.IsVirtual)).Should().BeEmpty("proxies override every property");
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void Exceptions_have_one_root(BuiltAssembly assembly)
    {
        var faults = assembly.PublicTypes.Where(type => IsException(type)
            && !Ancestors(type).Any(item => item.Name == "CoinMoebiusException"));

        Names(faults).Should().BeEmpty();
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void Money_is_decimal_or_minor_units(BuiltAssembly assembly)
    {
        var faults = assembly.PublicTypes.SelectMany(ApiListing.VisibleMembers).Where(member => member switch
        {
            IPropertySymbol property => IsFloating(property.Type) && IsMoney(property.Name),
            IMethodSymbol method => method.Parameters.Any(parameter => IsFloating(parameter.Type) && IsMoney(parameter.Name))
                || (IsFloating(method.ReturnType) && IsMoney(method.Name)),
            _ => false,
        });

        Names(faults).Should().BeEmpty();
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void What_holds_a_secret_never_prints_it(BuiltAssembly assembly)
    {
        // The keys of the simulator open nothing.
        foreach (var property in assembly.PublicTypes.Where(type => type.ContainingNamespace.Name != "Testing")
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>()).Where(IsSecret))
        {
            var type = property.ContainingType;
            Ancestors(type).Should().Contain(
                item => item.GetMembers("ToString").OfType<IMethodSymbol>().Any(
                    method => method.IsOverride && method.ContainingNamespace.ToDisplayString().StartsWith("CoinMoebius", StringComparison.Ordinal)
                        && !method.GetAttributes().Any(attribute => attribute.AttributeClass!.Name == "CompilerGeneratedAttribute")),
                "{0} holds {1}, so its ToString is written by hand", type.Name, property.Name);
            property.GetAttributes().Select(attribute => attribute.AttributeClass!.Name).Should().Contain(
                "DebuggerBrowsableAttribute", "a debugger must not show {0}.{1}", type.Name, property.Name);
        }
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Libraries))]
    public void Names_say_what_a_thing_is(BuiltAssembly assembly)
    {
        var faults = assembly.PublicTypes.Where(type => new[] { "Helper", "Helpers", "Util", "Utils", "Manager", "Impl" }.Any(
            word => type.Name.EndsWith(word, StringComparison.Ordinal)));

        Names(faults).Should().BeEmpty();
    }

    private static IEnumerable<IMethodSymbol> Methods(BuiltAssembly assembly) =>
        assembly.PublicTypes.Where(type => type.TypeKind != TypeKind.Delegate).SelectMany(ApiListing.VisibleMembers).OfType<IMethodSymbol>();

    /// <summary>An override or implementation of somebody else's signature, such as <c>DisposeAsync</c>.</summary>
    private static bool IsGivenByAnotherAssembly(IMethodSymbol method)
    {
        var root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return IsForeign(root) || method.ContainingType.AllInterfaces.Where(IsForeign).SelectMany(item => item.GetMembers()).Any(
            member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
    }

    private static bool ImplementsHandler(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces.Any(item => item.Name == "IWebhookHandler") && method.Name == "HandleAsync";

    private static bool IsForeign(ISymbol symbol) => !symbol.ContainingNamespace.ToDisplayString().StartsWith("CoinMoebius", StringComparison.Ordinal);

    private static bool IsRow(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() == "CoinMoebius.Sdk.EntityFrameworkCore.Model";

    private static bool IsException(INamedTypeSymbol type) => Ancestors(type).Any(item => item.ToDisplayString() == "System.Exception");

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var item = type; item is not null; item = item.BaseType)
        {
            yield return item;
        }
    }

    private static bool IsFloating(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Single
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsFloating(nullable.TypeArguments[0]));

    private static bool IsModel(INamedTypeSymbol type) => Ancestors(type).Any(static item => item.Name == "ApiModel");

    /// <summary>A type, its ancestors and the models that its properties hold.</summary>
    private static void Collect(ITypeSymbol type, HashSet<INamedTypeSymbol> found)
    {
        foreach (var part in (type as INamedTypeSymbol)?.TypeArguments ?? [])
        {
            Collect(part, found);
        }

        if (type is INamedTypeSymbol named && IsModel(named) && named.Name != "ApiModel" && found.Add(named))
        {
            foreach (var property in Ancestors(named).SelectMany(static item => item.GetMembers().OfType<IPropertySymbol>()))
            {
                Collect(property.Type, found);
            }

            Collect(named.BaseType!, found);
        }
    }

    private static bool Mentions(ITypeSymbol type, string name) =>
        type.Name == name || (type is INamedTypeSymbol named && named.TypeArguments.Any(argument => Mentions(argument, name)));

    private static bool IsMoney(string name) => MoneyWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsSecret(IPropertySymbol property) =>
        SecretWords.Any(word => property.Name.EndsWith(word, StringComparison.Ordinal) || property.Name.EndsWith(word + "s", StringComparison.Ordinal))
        && property.DeclaredAccessibility == Accessibility.Public
        && (property.Type.SpecialType == SpecialType.System_String || property.Type.ToDisplayString().Contains("string", StringComparison.Ordinal));

    private static IEnumerable<string> Names(IEnumerable<ISymbol> symbols) => symbols.Select(symbol => symbol.ToDisplayString());
}
