using System.Text;
using System.Text.RegularExpressions;
using CoinMoebius.Conventions.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoinMoebius.Conventions.Source;

/// <summary>What the text of the source may not hold, beyond what the compiler and the banned symbols catch.</summary>
public sealed class SourceRulesTests
{
    private const int LongestFile = 400;

    private static readonly (string Pattern, string Why)[] Everywhere =
    [
        (@"\bNotImplementedException\b", "nothing is half built"),
        (@"\basync void\b", "nobody can await it, and its exception ends the process"),
        (@"\bThread\.Sleep\b", "it blocks a thread"),
        (@"\bDateTime(Offset)?\.(Utc)?Now\b", "time comes from TimeProvider"),
        (@"\bthis\._", "a field is known by its name"),
    ];

    private static readonly (string Pattern, string Why)[] InLibraries =
    [
        (@"\.GetAwaiter\(\)\s*\.GetResult\(\)", "it blocks a thread"),
        (@"\bConsole\.", "a library does not write to the console"),
        (@"\bGC\.Collect\b", "the runtime knows better"),
        (@"\bstackalloc\s+\w+\[[^\]]*(?<![\w.])[a-z]", "the size of a stack buffer never depends on input"),
        (@"\block\s*\(this\)", "anyone may lock the same object"),
        (@"\bEnvironment\.(Exit|FailFast)\b", "a library does not end the process"),
        (@"\bServicePointManager\b|\bServerCertificateCustomValidationCallback\b|DangerousAcceptAny", "transport security is the platform's"),
        (@"\bTypeNameHandling\b|\bBinaryFormatter\b", "types are never chosen by input"),
    ];

    private static readonly (string Pattern, string Why)[] InTests =
    [
        (@"\bTask\.Delay\((?![^;]*(?i:clock|time))", "tests wait for signals, not for time"),
        (@"\[Ignore\b|\[Explicit\b", "a test runs or is deleted"),
        (@"Assert\.Pass\(", "a test that cannot fail is none"),
        (@"new Random\(\)|Random\.Shared", "a failure must come again: seed it"),
    ];

    [Test]
    public void No_code_uses_what_is_banned() => Scan(Code("src", "samples", "tests", "bench"), Everywhere).Should().BeEmpty();

    [Test]
    public void No_library_uses_what_libraries_must_not() =>
        Scan(Package.All.Where(package => package.IsLibrary).SelectMany(package => Code(package.Folder)), InLibraries).Should().BeEmpty();

    [Test]
    public void No_test_waits_skips_or_throws_dice() => Scan(Code("tests"), InTests).Should().BeEmpty();

    [Test]
    public void The_inbox_queries_its_tables_in_the_one_way_that_no_filter_of_the_merchant_reaches() => Scan(
        Code("src/CoinMoebius.Sdk.EntityFrameworkCore").Where(file => !file.EndsWith("/AllRows.cs", StringComparison.Ordinal)),
        [(@"\.Set<", "AllRows ignores query filters")]).Should().BeEmpty();

    [Test]
    public void No_comment_promises_later_work()
    {
        var leftover = new Regex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b");

        Repository.Files("", ".cs").Where(file => leftover.IsMatch(Repository.Read(file))).Should().BeEmpty();
    }

    [Test]
    public void A_source_file_has_at_most_400_lines() =>
        Repository.Files("src", ".cs").Where(file => Repository.Read(file).AsSpan().Count('\n') > LongestFile).Should().BeEmpty("one idea per file");

    [Test]
    public void A_source_file_is_named_after_the_public_type_in_it()
    {
        var misnamed = Repository.Files("src", ".cs").Where(file => !file.Contains("/Polyfills/", StringComparison.Ordinal) && !file.EndsWith("/Program.cs", StringComparison.Ordinal))
            .Where(file =>
            {
                var types = Parse(file).DescendantNodes(node => node is not BaseTypeDeclarationSyntax).OfType<MemberDeclarationSyntax>()
                    .Where(member => member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword)))
                    .Select(member => (member as BaseTypeDeclarationSyntax)?.Identifier.Text ?? (member as DelegateDeclarationSyntax)?.Identifier.Text)
                    .OfType<string>().ToArray();
                return types.Length > 0 && !types.Contains(Path.GetFileNameWithoutExtension(file).Split('.')[0]);
            });

        misnamed.Should().BeEmpty();
    }

    [Test]
    public void Usings_are_sorted_with_those_of_the_system_first()
    {
        var unsorted = Repository.Files("", ".cs").Where(file => ((CompilationUnitSyntax)Parse(file)).Usings is var usings
            && !usings.Any(line => line.ContainsDirectives) && !usings.Select(Text).SequenceEqual(usings.OrderBy(Kind).ThenByDescending(IsOfSystem).ThenBy(Name, StringComparer.OrdinalIgnoreCase).Select(Text)));

        unsorted.Should().BeEmpty();

        static string Text(UsingDirectiveSyntax line) => line.ToString();
        static string Name(UsingDirectiveSyntax line) => (line.Alias?.Name ?? line.NamespaceOrType).ToString();
        static bool IsOfSystem(UsingDirectiveSyntax line) => line.Alias is null && $"{Name(line)}.".StartsWith("System.", StringComparison.Ordinal);
        static int Kind(UsingDirectiveSyntax line) =>
            line.GlobalKeyword != default ? -1 : line.Alias is not null ? 2 : line.StaticKeyword != default ? 1 : 0;
    }

    [Test]
    public void A_suppressed_warning_says_why()
    {
        var silent = Code("src").SelectMany(file => Repository.Read(file).Split('\n')
            .Where(line => (line.Contains("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal))
                || (line.Contains("SuppressMessage(", StringComparison.Ordinal) && !line.Contains("Justification", StringComparison.Ordinal)))
            .Select(line => $"{file}: {line.Trim()}"));

        silent.Should().BeEmpty();
    }

    [Test]
    public void Text_files_are_UTF8_without_a_mark_and_end_lines_as_configured()
    {
        string[] kinds = [".cs", ".csproj", ".props", ".targets", ".md", ".yml", ".html", ".css", ".js", ".txt"];
        var faults = Repository.Files().Where(file => kinds.Contains(Path.GetExtension(file)) && !file.Contains("/Vectors/", StringComparison.Ordinal))
            .Where(file =>
            {
                var bytes = File.ReadAllBytes(Repository.PathOf(file));
                return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) || bytes.AsSpan().IndexOf("\r\n"u8) >= 0
                    || (bytes.Length > 0 && bytes[^1] != (byte)'\n');
            });

        faults.Should().BeEmpty();
    }

    [Test]
    public void Nothing_names_a_place_on_one_machine()
    {
        var place = new Regex("(?<![\\w.:/-])/" + @"(home|root|Users|work|tmp|var/folders|mnt)/\w|\b[A-Z]:\\(Users|src|work)\\", RegexOptions.None, TimeSpan.FromSeconds(5));
        string[] kinds = [".cs", ".csproj", ".props", ".targets", ".md", ".json", ".yml", ".sln", ".config", ".js", ".html", "", ".txt"];
        var faults = Repository.Files().Where(file => kinds.Contains(Path.GetExtension(file)) && !file.Contains("/Vectors/", StringComparison.Ordinal))
            .SelectMany(file => Repository.Read(file).Split('\n').Where(line => place.IsMatch(line)).Select(line => $"{file}: {line.Trim()}"));

        faults.Should().BeEmpty();
    }

    private static IEnumerable<string> Code(params string[] folders) => folders.SelectMany(folder => Repository.Files(folder, ".cs"))
        .Where(file => !file.StartsWith("tests/CoinMoebius.Conventions/", StringComparison.Ordinal));

    private static IEnumerable<string> Scan(IEnumerable<string> files, (string Pattern, string Why)[] rules)
    {
        var compiled = rules.Select(rule => (Pattern: new Regex(rule.Pattern), rule.Why)).ToArray();
        foreach (var file in files)
        {
            var code = WithoutComments(file);
            foreach (var (pattern, why) in compiled)
            {
                if (pattern.Match(code) is { Success: true } match)
                {
                    yield return $"{file}:{1 + code.AsSpan(0, match.Index).Count('\n')} has {match.Value}: {why}";
                }
            }
        }
    }

    /// <summary>The code with every comment blanked, so that positions stay.</summary>
    private static string WithoutComments(string file)
    {
        var text = new StringBuilder(Repository.Read(file));
        foreach (var comment in Parse(file).DescendantTrivia(descendIntoTrivia: false).Where(
            trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
                || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)))
        {
            for (var i = comment.FullSpan.Start; i < comment.FullSpan.End; i++)
            {
                text[i] = text[i] == '\n' ? '\n' : ' ';
            }
        }

        return text.ToString();
    }

    private static SyntaxNode Parse(string file) => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot();
}
