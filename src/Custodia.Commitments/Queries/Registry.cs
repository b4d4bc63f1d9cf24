using Custodia.Books;

namespace Custodia.Commitments.Queries;

/// <summary>Asks the register by words or by part.</summary>
/// <param name="Text">A name, a number or a question; left out: everything of the part.</param>
/// <param name="Part">Only records of this kind; left out and without a text: the systems.</param>
public sealed record RegisterQuery(
    [Meaning("A name, a number or a question", "名稱、號碼或問題")] string? Text = null,
    [Meaning("Only this kind of record", "僅此類紀錄")] RecordKind? Part = null);

/// <summary>Records of the register, the best first.</summary>
/// <param name="Rows">The records.</param>
public sealed record RegisterList(IReadOnlyList<RegisterEntry> Rows);

/// <summary>Asks one record of the register with all that is told of it.</summary>
/// <param name="Id">Its id.</param>
public sealed record SystemQuery([Meaning("Id of the system or record", "系統或紀錄之識別碼")] string Id);

/// <summary>A record with all that the register tells of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Records">The records of that id: a system and its instrument have the same.</param>
/// <param name="Term">Its term with all names and the meaning, or <c>null</c>.</param>
/// <param name="Row">Its row, where it is one of the systems.</param>
/// <param name="Opens">What it opens and what belongs to it.</param>
/// <param name="Facts">What is stated of it. What sources disagree on stands together.</param>
public sealed record SystemView(string Id, IReadOnlyList<RegisterEntry> Records, Term? Term, SystemRow? Row,
    IReadOnlyList<RegisterEntry> Opens, IReadOnlyList<ToldFact> Facts);

/// <summary>What is stated, by one source or by several that differ.</summary>
/// <param name="What">What is stated.</param>
/// <param name="IsConflict">Whether several values stand side by side; none of them is chosen.</param>
/// <param name="Values">Each with its source, day and confidence.</param>
public sealed record ToldFact(Words What, bool IsConflict, IReadOnlyList<StatedFact> Values);

/// <summary>Asks the summits.</summary>
/// <param name="Id">Only this one.</param>
public sealed record SummitQuery([Meaning("Only this one, such as NSS2010", "僅此屆，如 NSS2010")] string? Id = null);

/// <summary>Summits with their facts.</summary>
/// <param name="Rows">In their order.</param>
public sealed record SummitList(IReadOnlyList<SummitView> Rows);

/// <summary>A summit with its documents and facts.</summary>
/// <param name="Summit">The summit.</param>
/// <param name="Documents">What it made.</param>
/// <param name="Facts">What is stated of it.</param>
/// <param name="Attendance">The fact whose source and day are those of the list of participants.</param>
public sealed record SummitView(Summit Summit, IReadOnlyList<SummitDocument> Documents, IReadOnlyList<ToldFact> Facts, StatedFact Attendance);

/// <summary>Asks how States compare by what is public.</summary>
/// <param name="Code">Only this State.</param>
public sealed record StatesQuery([Meaning("Only this State, by its ISO code", "僅此國（ISO 代碼）")] string? Code = null);

/// <summary>States by what is public.</summary>
/// <param name="Rows">By code.</param>
public sealed record StateList(IReadOnlyList<StateRow> Rows);

/// <summary>A State by what is public.</summary>
/// <param name="State">The State.</param>
/// <param name="Attended">The summits to which it came.</param>
/// <param name="Told">What else is told of it, by group of States, declaration or circular.</param>
public sealed record StateRow(State State, IReadOnlyList<Attended> Attended, IReadOnlyList<ToldOfState> Told);

/// <summary>A State at a summit.</summary>
/// <param name="Summit">Id of the summit.</param>
/// <param name="RepresentedBy">Who came for it.</param>
/// <param name="Source">Who says so.</param>
/// <param name="On">The last day of the summit.</param>
public sealed record Attended(string Summit, Representation RepresentedBy, string Source, DateOnly On);

/// <summary>What is told of a State.</summary>
/// <param name="Kind">The kind of record that tells it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Text">What is told.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Date">As of when, as exactly as is known.</param>
public sealed record ToldOfState(RecordKind Kind, string Id, Words Text, string Source, string? Date);

/// <summary>Answers what is asked of the register. It ships with the product: no day and no entry changes it.</summary>
public static class Registry
{
    /// <summary>Answers <see cref="RegisterQuery"/>.</summary>
    public static Answer<RegisterList> Ask(CommitmentsBook book, RegisterQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Text is { Length: > SearchText.MaxLength })
            return CommitmentsRefusals.TextMissing.In("text");
        return string.IsNullOrWhiteSpace(query.Text)
            ? new RegisterList([.. RegisterEntries.All.Where(entry => entry.Kind == (query.Part ?? RecordKind.System))])
            : new RegisterList([.. Register.Find(query.Text).Where(match => query.Part is null || match.Kind == query.Part)
                .Select(RegisterEntries.Find)]);
    }

    /// <summary>Answers <see cref="SystemQuery"/>.</summary>
    public static Answer<SystemView> Ask(CommitmentsBook book, SystemQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<RegisterEntry> records = [.. RegisterEntries.Find(query.Id)];
        if (records.Count == 0)
            return CommitmentsRefusals.Unknown.In("id", found: query.Id.Length <= 40 ? query.Id : null);
        var row = Register.Systems.Find(query.Id);
        return new SystemView(query.Id, records, Glossary.Find(query.Id), row,
        [
            .. (row?.Opens ?? []).SelectMany(opening => RegisterEntries.Find(opening.Id).Where(entry => Means(opening.To, entry.Kind)))
                .Concat(records.SelectMany(DutiesOf))
                .Where(entry => entry.Id != query.Id || entry.Kind is not (RecordKind.System or RecordKind.Term))
                .DistinctBy(entry => (entry.Kind, entry.Id)),
        ], Told(Register.FactsOf(query.Id)));
    }

    /// <summary>Answers <see cref="SummitQuery"/>.</summary>
    public static Answer<SummitList> Ask(CommitmentsBook book, SummitQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Id is { } id && Register.Summits.Find(id) is null)
            return CommitmentsRefusals.Unknown.In("id", found: id.Length <= 40 ? id : null);
        return new SummitList([.. Register.Summits.Where(summit => query.Id is null || summit.Id == query.Id).Select(Of)]);
    }

    /// <summary>Answers <see cref="StatesQuery"/>.</summary>
    public static Answer<StateList> Ask(CommitmentsBook book, StatesQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Code is { } code && Register.States.Find(code) is null)
            return CommitmentsRefusals.Unknown.In("code", found: code.Length <= 40 ? code : null);
        return new StateList([.. Register.States.Where(state => query.Code is null || state.Code == query.Code).Select(Of)]);
    }

    // A summit is a term, a year and the documents of its days: its facts are those that it was told of, by id.
    private static SummitView Of(Summit summit) => new(summit, [.. summit.Documents.Select(id => Register.Documents.Find(id)!)],
        Told(Register.Facts.Where(fact => fact.Id.StartsWith(summit.Id + "-", StringComparison.OrdinalIgnoreCase))),
        RegisterEntries.AttendanceOf(summit));

    private static List<ToldFact> Told(IEnumerable<StatedFact> facts) =>
    [
        .. from fact in facts
           group fact by fact.Conflict ?? fact.Id into told
           let all = Register.Conflicts.Contains(told.Key) ? Register.Conflicts[told.Key].ToList() : told.ToList()
           select new ToldFact(all[0].What, all.Count > 1, all),
    ];

    private static IEnumerable<RegisterEntry> DutiesOf(RegisterEntry record) => (record.Kind switch
    {
        RecordKind.Instrument => Register.Instruments.Find(record.Id)!.Duties,
        RecordKind.Resolution => Register.Resolutions.Find(record.Id)!.Duties,
        RecordKind.Circular => Register.Circulars.Find(record.Id)!.Duties,
        _ => [],
    }).SelectMany(duty => RegisterEntries.Find(duty.Id));

    private static bool Means(OpeningKind opening, RecordKind record) => opening switch
    {
        OpeningKind.Profile => record == RecordKind.State,
        OpeningKind.Term => record is RecordKind.Term or RecordKind.System,
        OpeningKind.Indicator or OpeningKind.Page => false,
        _ => record.ToString() == opening.ToString(),
    };

    private static StateRow Of(State state) => new(state,
        [
            .. from summit in Register.Summits
               from came in summit.Participants
               where came.State == state.Code
               select new Attended(summit.Id, came.RepresentedBy, RegisterEntries.AttendanceOf(summit).Source.Source, summit.To),
        ],
        [
            .. Register.Groups.Where(group => group.States.Contains(state.Code))
                .Select(group => new ToldOfState(RecordKind.Group, group.Id, group.Name, group.Source, Day(group.AsAt))),
            .. Register.Declarations.Where(declared => declared.States.Contains(state.Code))
                .Select(declared => new ToldOfState(RecordKind.Declaration, declared.Id, declared.Text, declared.Source, Day(declared.Date))),
            .. Register.Circulars.Where(circular => circular.Sponsor == state.Code).Select(circular => new ToldOfState(RecordKind.Circular,
                circular.Id, new Words($"Sponsor of {circular.Circular}", $"{circular.Circular} 提案國"),
                RegisterEntries.Find(circular.Id).First().Sources[0].Source, circular.Date)),
        ]);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
