using Custodia.Books;
using Custodia.People;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;

namespace Custodia.Server.Access;

/// <summary>
/// The accounts, as the book of people says. In the folder of the sample State nobody needs a second factor: everybody has
/// the password, so a second one would protect nothing.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="time">The clock by which roles hold.</param>
internal sealed class PeopleAccounts(DataFolder folder, TimeProvider time) : IAccounts
{
    public Account? Find(string person) => Node.Ask<PeopleBook, HolderStanding?>(
        folder.People, book => HolderStanding.Of(book, person, time.GetUtcNow())).Value is { } found
        ? new Account(found.Holder.Id, new Bilingual(found.Holder.NameEn, found.Holder.NameZh), found.IsActive,
            found.NeedsSecondFactor && !folder.IsSample, found.Holder.Kind == People.Facts.HolderKind.Device)
        {
            IsGuarded = found.IsGuarded,
        }
        : null;
}
