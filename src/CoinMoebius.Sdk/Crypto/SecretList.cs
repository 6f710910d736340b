using System.Collections.ObjectModel;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>
/// Secrets without the white space that comes along when one is copied or read from a file. It is taken off when a secret is listed, so
/// that no delivery has to.
/// </summary>
internal sealed class SecretList : Collection<string>
{
    protected override void InsertItem(int index, string item) => base.InsertItem(index, item is null ? null! : SecretRules.Trim(item));

    protected override void SetItem(int index, string item) => base.SetItem(index, item is null ? null! : SecretRules.Trim(item));
}
