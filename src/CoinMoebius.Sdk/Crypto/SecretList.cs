using System.Collections.ObjectModel;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>
/// A list of secrets without the white space that copying or reading from a file can add. The list trims a secret when it is added, so
/// that no delivery has to.
/// </summary>
internal sealed class SecretList : Collection<string>
{
    protected override void InsertItem(int index, string item) => base.InsertItem(index, item is null ? null! : SecretRules.Trim(item));

    protected override void SetItem(int index, string item) => base.SetItem(index, item is null ? null! : SecretRules.Trim(item));
}
