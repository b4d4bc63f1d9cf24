using Custodia.Books;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Components;

/// <summary>A page that asks the books, as of the day and as known at the entry that its address names.</summary>
public abstract class BookPage : AsOfPage
{
    private readonly List<Refusal> _refusals = [];

    /// <summary>Where it asks.</summary>
    [Inject]
    public Desk Desk { get; set; } = null!;

    /// <summary>The texts of the page's language.</summary>
    [Inject]
    public IStringLocalizer<Text> Texts { get; set; } = null!;

    /// <summary>From where it looks.</summary>
    protected ViewRequest Request => new(AsOf.Date, AsOf.KnownAt);

    /// <summary>Why a question was not answered; empty where all were.</summary>
    protected IReadOnlyList<RefusalRow> Refused => RefusalRow.Of(_refusals, Texts);

    /// <summary>Asks a query; what is refused is kept for <see cref="Refused"/>.</summary>
    /// <returns>The answer, or <c>null</c> where there is none, also where the address cannot be read.</returns>
    protected TResult? Ask<TQuery, TResult>(TQuery query) where TQuery : class where TResult : class
    {
        if (!AsOf.IsValid)
            return null;
        var answer = Desk.Ask<TQuery, TResult>(query, Request);
        foreach (var refusal in answer.Refusals)
            Refuse(refusal);
        return answer.Value;
    }

    /// <summary>Keeps a refusal for <see cref="Refused"/>, once.</summary>
    protected void Refuse(Refusal refusal)
    {
        if (!_refusals.Exists(known => known.Code == refusal.Code && known.Place == refusal.Place))
            _refusals.Add(refusal);
    }

    /// <summary>Forgets earlier refusals; called before a page asks anew.</summary>
    protected void AskAnew() => _refusals.Clear();

    /// <summary>A path with the day and the entry that this page is asked for.</summary>
    protected string Link(string path) => AsOf.On(path);
}
