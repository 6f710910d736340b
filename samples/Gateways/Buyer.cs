namespace Gateways;

/// <summary>Whoever pays: at a simulator this program presses the page's button, at the real thing a person opens the page.</summary>
public sealed class Buyer(bool isSimulated) : IDisposable
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Pays, or asks a person to.</summary>
    public async Task PayAsync(Uri page, Journal journal, CancellationToken cancellationToken)
    {
        if (!isSimulated)
        {
            journal.PayAt(page);
            return;
        }

        using var answer = await _browser.PostAsync(new UriBuilder(page) { Path = page.AbsolutePath + "/pay" }.Uri, null, cancellationToken);
        if ((int)answer.StatusCode >= 400)
        {
            throw new HttpRequestException($"The payment page answered {(int)answer.StatusCode}.");
        }

        journal.Paid("the button of the simulated page was pressed");
    }

    public void Dispose() => _browser.Dispose();
}
