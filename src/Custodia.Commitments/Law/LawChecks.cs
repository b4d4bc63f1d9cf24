using System.Globalization;
using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Commitments.Commands;

namespace Custodia.Commitments.Law;

/// <summary>Holds the fields of a command to their forms; what does not fit is refused beside its field.</summary>
internal sealed partial class LawChecks(LawBook book)
{
    private readonly List<Refusal> _refusals = [];

    /// <summary>Refuses with what was found, or accepts.</summary>
    public Decision Decide(Fact fact) => _refusals.Count > 0 ? Decision.Refuse(_refusals) : Decision.Accept(fact);

    /// <summary>Refuses.</summary>
    public void Refuse(Refusal refusal) => _refusals.Add(refusal);

    /// <summary>The act, regulation or standard of that id; refused where it is not there.</summary>
    public Statute? Law(string? id, string field = "law")
    {
        if (book.Law(id) is { } law && law.Law(View.Everything) is not null)
            return law;
        Refuse(LawRefusals.LawUnknown.In(field, found: GivenText.Quote(id)));
        return null;
    }

    /// <summary>A clause; refused where it is not there.</summary>
    public Clause? Clause(string? law, string? number)
    {
        if (Law(law) is not { } found)
            return null;
        if (number is not null && found.Clauses.TryGetValue(number, out var clause) && clause.Terms.IsKnown(View.Everything))
            return clause;
        Refuse(LawRefusals.ClauseUnknown.In("clause", found: GivenText.Quote(number)));
        return null;
    }

    /// <summary>A duty of the register.</summary>
    public void Duty(string? id)
    {
        if (id is null || Register.Duties.Find(id) is null)
            Refuse(LawRefusals.DutyUnknown.In("duty", found: GivenText.Quote(id)));
    }

    /// <summary>Something that an entry recorded and that still stands.</summary>
    public T? Standing<T>(long entry) where T : Recorded
    {
        if (book.Of(entry) is T { TakenBackBy: long.MaxValue } found)
            return found;
        Refuse(LawRefusals.EntryUnknown.In("entry", found: Invariant(entry)));
        return null;
    }

    /// <summary>An id of a form.</summary>
    public void Form(string? id, string field, Regex form, int max, string expected)
    {
        if (id is null || id.Length > max || !form.IsMatch(id))
            Refuse(LawRefusals.IdMalformed.In(field, expected, GivenText.Quote(id)));
    }

    /// <summary>A text.</summary>
    public void Text(string? text, string field, bool isRequired = true, int max = LawLimits.MaxText)
    {
        if (text is null ? isRequired : !GivenText.IsTaken(text, max))
            Refuse(LawRefusals.TextMissing.In(field, $"1 – {max}", Invariant(text?.Length ?? 0)));
    }

    /// <summary>A day between two.</summary>
    public void Day(DateOnly day, string field, DateOnly? from = null, DateOnly? to = null)
    {
        var (first, last) = (from ?? LawLimits.FirstDay, to ?? LawLimits.LastDay);
        if (day < first || day > last)
            Refuse(LawRefusals.DayOrder.In(field, $"{first:yyyy-MM-dd} – {last:yyyy-MM-dd}", $"{day:yyyy-MM-dd}"));
    }

    /// <summary>What a clause says.</summary>
    public void Terms(ClauseTerms terms)
    {
        Text(terms.TextEn, "textEn", max: LawLimits.MaxWording);
        Text(terms.TextZh, "textZh", max: LawLimits.MaxWording);
        // A penalty is said in both languages or in none.
        Text(terms.PenaltyEn, "penaltyEn", terms.PenaltyZh is not null);
        Text(terms.PenaltyZh, "penaltyZh", terms.PenaltyEn is not null);
    }

    /// <summary>Evidence: a document with its SHA-256, or an entry.</summary>
    public void Evidence(string? document, string? sha256, long? entry, bool isRequired)
    {
        Text(document, "document", isRequired: false);
        if (sha256 is not null && !Texts.IsDigest(sha256))
            Refuse(LawRefusals.IdMalformed.In("sha256", "64 × 0–9 a–f", GivenText.Quote(sha256)));
        var isGiven = document is not null && sha256 is not null || entry is not null;
        if (document is null != sha256 is null || entry < 0 || isRequired && !isGiven)
            Refuse(LawRefusals.EvidenceMissing.In(entry < 0 ? "entry" : document is null ? "document" : "sha256"));
    }

    /// <summary>Capital letters, digits and hyphens.</summary>
    [GeneratedRegex(@"^[A-Z][A-Z0-9-]*\z")]
    public static partial Regex LawId();

    /// <summary>Letters, digits, dots, hyphens, brackets.</summary>
    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z.()-]*\z")]
    public static partial Regex ClauseNumber();

    /// <summary>Small letters, digits and hyphens.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9-]*\z")]
    public static partial Regex ControlId();

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
