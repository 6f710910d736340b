namespace CoinMoebius.Sdk.Providers.Mobbex.Confirmation;

internal static class MobbexConfirmations
{
    /// <summary>What to do about a confirmation that has nobody to ask.</summary>
    public static string NoClient(string account)
    {
        var call = account.Length == 0 ? "AddMobbex(…)" : $"AddMobbex(\"{account}\", …)";
        return $"Confirmation is reread, which reads each operation back from Mobbex, but there is no IMobbexClient to do it. Call {call} on the "
            + "services (not only on the webhooks), or pass the client to the verifier, or set Confirmation to tokenOnly.";
    }
}
