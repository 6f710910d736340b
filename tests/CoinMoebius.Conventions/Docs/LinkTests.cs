using CoinMoebius.Conventions.Support;

namespace CoinMoebius.Conventions.Docs;

/// <summary>The documentation hangs together.</summary>
public sealed class LinkTests
{
    public static IEnumerable<TestCaseData> Pages => MarkdownFile.All.Select(page => new TestCaseData(page).SetArgDisplayNames(page.Path));

    [TestCaseSource(nameof(Pages))]
    public void Links_lead_somewhere(MarkdownFile page)
    {
        var folder = Path.GetDirectoryName(page.Path)!;

        page.Links.Where(target => !Path.Exists(Repository.PathOf(Path.Combine(folder, target)))).Should().BeEmpty();
    }

    [Test]
    public void Every_page_of_the_docs_is_in_their_index()
    {
        // Those of the providers are in the table of the front page.
        var index = new MarkdownFile("docs/README.md").Links.Select(link => "docs/" + link).Concat(new MarkdownFile("README.md").Links).ToHashSet();

        Repository.Files("docs", ".md").Where(page => page != "docs/README.md" && !index.Contains(page)).Should().BeEmpty();
    }
}
