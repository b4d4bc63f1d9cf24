using static System.FormattableString;

namespace Custodia.Commitments;

/// <summary>Every record of the register as a reader meets it.</summary>
public static class RegisterEntries
{
    /// <summary>All of them, kind by kind.</summary>
    public static IReadOnlyList<RegisterEntry> All { get; } =
    [
        .. Glossary.All.Select(Of),
        .. Register.Summits.Select(Of),
        .. Register.Documents.Select(Of),
        .. Register.Items.Select(Of),
        .. Register.Instruments.Select(Of),
        .. Register.Resolutions.Select(Of),
        .. Register.Circulars.Select(Of),
        .. Register.Programmes.Select(Of),
        .. Register.NptActions.Select(Of),
        .. Register.Declarations.Select(Of),
        .. Register.Instruments.SelectMany(owner => owner.Duties.Select(duty => Of(duty, owner.Title, owner.System, owner.Source))),
        .. Register.Resolutions.SelectMany(owner => owner.Duties.Select(duty => Of(duty, NameOf(owner), owner.System, owner.Source))),
        .. Register.Circulars.SelectMany(owner => owner.Duties.Select(duty => Of(duty, NameOf(owner), null, SourceBy(duty.Confidence)))),
        .. Register.States.Select(Of),
        .. Register.Groups.Select(Of),
        .. Register.Facts.Select(Of),
        .. Register.Regimes.Select(Of),
        .. Register.Bodies.Select(Of),
    ];

    private static readonly ILookup<string, RegisterEntry> ById = All.ToLookup(entry => entry.Id, StringComparer.Ordinal);

    /// <summary>The records of that id: a system and its instrument have the same.</summary>
    public static IEnumerable<RegisterEntry> Find(string id) => ById[id];

    /// <summary>The record of that kind and id.</summary>
    public static RegisterEntry Find(RegisterMatch match) => ById[match.Id].First(entry => entry.Kind == match.Kind);

    /// <summary>The source of the number of participants of a summit, and so of their list.</summary>
    public static StatedFact AttendanceOf(Summit summit) => Register.Facts.Find(Invariant($"nss{summit.From.Year}-states"))!;

    /// <summary>The value of a fact with its bound, unit, words and day.</summary>
    public static Words ValueOf(StatedFact fact)
    {
        var (en, zh) = fact.Bound switch
        {
            Bound.MoreThan => ("more than ", "超過 "),
            Bound.AtLeast => ("at least ", "至少 "),
            Bound.LessThan => ("less than ", "少於 "),
            Bound.About => ("about ", "約 "),
            _ => ("", ""),
        };
        var unit = fact.Unit is { Length: > 0 } named && !(named == "year" && fact.Value.Length == 4) ? " " + Plural(named, fact.Value) : "";
        var (textEn, textZh) = fact.Text is not { } text ? ("", "")
            : IsPlain(fact.Value) ? (": " + text.En, "：" + text.Zh) : (text.En, text.Zh);
        var value = fact.Text is not null && !IsPlain(fact.Value) ? "" : fact.Value;
        var unitZh = unit is " %" or " kg" or " t" ? unit : "";
        return new Words(en + value + unit + textEn, zh + value + unitZh + textZh);
    }

    private static string Plural(string unit, string value) => value == "1" || unit is "%" or "kg" or "t" ? unit
        : unit.EndsWith('y') ? unit[..^1] + "ies" : unit + "s";

    // A code or word to which the text gives the reading.
    private static bool IsPlain(string value) => value.Any(char.IsAsciiDigit);

    private static string SourceBy(Confidence confidence) => confidence == Confidence.Checked ? "public" : "domain";

    private static RegisterEntry New(RecordKind kind, string id, Words name, Words answer, string source, Confidence? confidence,
        string? subject, params string[] more) =>
        new(kind, id, name, answer, [new Citation(source)], confidence, subject, [id, name.En, name.Zh, .. more]);

    private static RegisterEntry Of(Term term)
    {
        var row = Register.Systems.Find(term.Id);
        return new RegisterEntry(row is null ? RecordKind.Term : RecordKind.System, term.Id, new Words(term.En, term.Zh),
            new Words(term.MeaningEn, term.MeaningZh), row?.Sources ?? [], null, null, [.. Glossary.NamesOf(term)]);
    }

    private static RegisterEntry Of(Summit summit)
    {
        var host = Register.States.Find(summit.Host)!.Name;
        var states = summit.Participants.Count;
        var days = Invariant($"{summit.From:yyyy-MM-dd} – {summit.To:yyyy-MM-dd}");
        return New(RecordKind.Summit, summit.Id, summit.Name,
            new Words(
                Invariant($"{days}, {summit.City.En}, {summit.Venue.En}; host {host.En} ({summit.HostLeader.En}); ")
                    + Invariant($"{states} States and {summit.Organisations.Count} organisations. {summit.Outcome.En}"),
                Invariant($"{days}，{summit.City.Zh}，{summit.Venue.Zh}；主辦國{host.Zh}（{summit.HostLeader.Zh}）；")
                    + Invariant($"{states} 國與 {summit.Organisations.Count} 個組織。{summit.Outcome.Zh}")),
            AttendanceOf(summit).Source.Source, summit.ParticipantsConfidence, summit.System);
    }

    private static RegisterEntry Of(SummitDocument document)
    {
        var items = document.Items().Count();
        return New(RecordKind.Document, document.Id, document.Name,
            new Words(Invariant($"{document.Date:yyyy-MM-dd}; {items} items in {document.Groups.Count} groups"),
                Invariant($"{document.Date:yyyy-MM-dd}；{document.Groups.Count} 組共 {items} 項")),
            document.Source, document.Numbering, document.System);
    }

    private static RegisterEntry Of(Item item)
    {
        var document = Register.Documents.Find(item.Document)!;
        var group = document.Groups.FirstOrDefault(found => found.Id == item.Group)?.Name ?? new Words("", "");
        return New(RecordKind.Item, item.Id, item.Text,
            new Words(Invariant($"{document.Name.En}, no. {item.Order}{Led(", ", group.En)}{Led("; due ", Day(item.Target?.Due))}"),
                Invariant($"{document.Name.Zh}第 {item.Order} 項{Led("，", group.Zh)}{Led("；期限 ", Day(item.Target?.Due))}")),
            document.Source, document.Numbering, document.System);
    }

    private static RegisterEntry Of(Instrument instrument)
    {
        var keeper = instrument.Keeper;
        return New(RecordKind.Instrument, instrument.Id, instrument.Title,
            new Words(
                Joined("; ", StatusOf(instrument.Status).En, Led("adopted ", instrument.Adopted),
                    Led("opened for signature ", instrument.Opened), Led("since ", instrument.InForce), Led("ended ", instrument.Ended),
                    Led("depositary: ", keeper?.En), instrument.Articles is { } count ? Invariant($"{count} articles") : ""),
                Joined("；", StatusOf(instrument.Status).Zh, Led("通過 ", instrument.Adopted),
                    Led("開放簽署 ", instrument.Opened), Led("生效 ", instrument.InForce), Led("終止 ", instrument.Ended),
                    Led("存放機關：", keeper?.Zh), instrument.Articles is { } articles ? Invariant($"{articles} 條") : "")),
            instrument.Source, instrument.Confidence, instrument.System);
    }

    private static Words StatusOf(InstrumentStatus status) => status switch
    {
        InstrumentStatus.InForce => new Words("in force", "有效"),
        InstrumentStatus.NotInForce => new("not in force", "尚未生效"),
        InstrumentStatus.NotNegotiated => new("not negotiated", "尚未談判"),
        InstrumentStatus.NonBinding => new("not binding", "無拘束力"),
        InstrumentStatus.Superseded => new("superseded", "已被取代"),
        InstrumentStatus.Terminated => new("terminated", "已終止"),
        InstrumentStatus.Expired => new("expired", "已屆滿"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static Words NameOf(Resolution resolution) =>
        new(Invariant($"Resolution {resolution.Number}"), Invariant($"第 {resolution.Number} 號決議"));

    private static Words NameOf(GiftBasket circular) =>
        new($"{circular.Circular}: {circular.Name.En}", $"{circular.Circular}：{circular.Name.Zh}");

    private static RegisterEntry Of(Resolution resolution) => New(RecordKind.Resolution, resolution.Id, NameOf(resolution),
        new Words(
            Invariant($"{resolution.Topic.En}; adopted {resolution.Date:yyyy-MM-dd}")
                + Led("; mandate of the 1540 Committee to ", resolution.MandateUntil),
            Invariant($"{resolution.Topic.Zh}；通過 {resolution.Date:yyyy-MM-dd}") + Led("；1540 委員會任期延長至 ", resolution.MandateUntil)),
        resolution.Source, resolution.Confidence, resolution.System, Invariant($"{resolution.Number}"), resolution.Topic.En, resolution.Topic.Zh);

    private static RegisterEntry Of(GiftBasket circular)
    {
        var sponsor = circular.Sponsor is { } code ? Register.States.Find(code)!.Name : null;
        return New(RecordKind.Circular, circular.Id, NameOf(circular),
            new Words(Invariant($"{Led("sponsor ", sponsor?.En)}{(sponsor is null ? "" : "; ")}{circular.Date}; {circular.Duties.Count} duties"),
                Invariant($"{Led("提案國", sponsor?.Zh)}{(sponsor is null ? "" : "；")}{circular.Date}；{circular.Duties.Count} 項義務")),
            SourceBy(circular.Confidence), circular.Confidence, "joint-statement", circular.Circular, circular.Name.En, circular.Name.Zh);
    }

    private static RegisterEntry Of(Programme programme)
    {
        var years = programme.From is null ? "" : programme.To is null ? $"{programme.From}–; " : $"{programme.From}–{programme.To}; ";
        return New(RecordKind.Programme, programme.Id, programme.Title,
            new Words(
                years + programme.Records.En + Led("; ", Joined(", ", [.. programme.Parts.Select(part => part.Name.En)]))
                    + Led("; ", Joined(", ", [.. programme.Meetings.Select(met => $"{met.Name.En} {met.Date}")])),
                years + programme.Records.Zh + Led("；", Joined("、", [.. programme.Parts.Select(part => part.Name.Zh)]))
                    + Led("；", Joined("、", [.. programme.Meetings.Select(met => $"{met.Name.Zh} {met.Date}")]))),
            SourceBy(programme.Confidence), programme.Confidence, programme.System);
    }

    private static RegisterEntry Of(NptAction action) => New(RecordKind.NptAction, action.Id, action.Text,
        new Words(Invariant($"Action {action.Number} of the 2010 action plan"), Invariant($"2010 年行動計畫第 {action.Number} 項行動")),
        SourceBy(action.Confidence), action.Confidence, "npt-revcon-2010");

    private static RegisterEntry Of(Declaration declaration) => New(RecordKind.Declaration, declaration.Id, declaration.Text,
        declaration.States.Count == 0
            ? new Words("Each State says for itself", "由各國自行宣告")
            : new Words(Joined("; ", Names(declaration.States).En, Day(declaration.Date)),
                Joined("；", Names(declaration.States).Zh, Day(declaration.Date))),
        declaration.Source, declaration.Confidence, declaration.System);

    private static RegisterEntry Of(Duty duty, Words owner, string? system, string source) => New(RecordKind.Duty, duty.Id, duty.Text,
        new Words(Joined("; ", $"{owner.En}, {duty.Article}", Every(duty).En, duty.Due?.En ?? ""),
            Joined("；", $"{owner.Zh}，{duty.Article}", Every(duty).Zh, duty.Due?.Zh ?? "")),
        source, duty.Confidence, system);

    private static Words Every(Duty duty) => duty switch
    {
        { EveryMonths: { } months, DueDays: { } days } =>
            new(Invariant($"every {months} months, within {days} days"), Invariant($"每 {months} 個月，{days} 日內")),
        { EveryMonths: { } months } => new(Invariant($"every {months} months"), Invariant($"每 {months} 個月")),
        { DueDays: { } days and >= 0 } => new(Invariant($"within {days} days"), Invariant($"{days} 日內")),
        { DueDays: { } days } => new(Invariant($"{-days} days before"), Invariant($"{-days} 日前")),
        _ => new("", ""),
    };

    private static RegisterEntry Of(State state)
    {
        List<Summit> attended = [.. Register.Summits.Where(summit => summit.Participants.Any(came => came.State == state.Code))];
        var years = Joined(", ", [.. attended.Select(summit => Invariant($"{summit.From.Year}"))]);
        return New(RecordKind.State, state.Code, state.Name,
            new Words(years.Length > 0 ? "Summits: " + years : "At no summit", years.Length > 0 ? "出席峰會：" + years : "未出席峰會"),
            attended.Count > 0 ? AttendanceOf(attended[0]).Source.Source : "S0", null, null);
    }

    private static RegisterEntry Of(StateGroup group) =>
        New(RecordKind.Group, group.Id, group.Name, Names(group.States), group.Source, null, group.System);

    private static RegisterEntry Of(StatedFact fact)
    {
        List<StatedFact> told = fact.Conflict is { } key ? [.. Register.Conflicts[key]] : [fact];
        return new RegisterEntry(RecordKind.Fact, fact.Id, fact.What,
            new Words(string.Join(" | ", told.Select(each => Told(each, ValueOf(each).En))),
                string.Join(" | ", told.Select(each => Told(each, ValueOf(each).Zh)))),
            [fact.Source, .. told.Where(other => other.Id != fact.Id).Select(other => other.Source)], fact.Confidence, fact.Subject,
            [fact.Id, fact.What.En, fact.What.Zh, fact.Value]);

        string Told(StatedFact each, string value) =>
            value + Led(", ", Day(each.AsAt)) + (told.Count > 1 ? $" ({each.Source.Source})" : "");
    }

    private static RegisterEntry Of(Regime regime) => New(RecordKind.Regime, regime.Id, regime.Title,
        new Words(Joined("; ", "since " + regime.Started, Led("ended ", regime.Ended), regime.Host?.En ?? "", regime.Records.En),
            Joined("；", "始於 " + regime.Started, Led("終止 ", regime.Ended), regime.Host?.Zh ?? "", regime.Records.Zh)),
        regime.Source, regime.Confidence, regime.System);

    private static RegisterEntry Of(Body body) => New(RecordKind.Body, body.Id, body.Title,
        new Words(Joined("; ", body.Seat?.En ?? "", body.Records.En), Joined("；", body.Seat?.Zh ?? "", body.Records.Zh)),
        "domain", null, body.System);

    private static Words Names(IReadOnlyList<string> codes)
    {
        List<Words> names = [.. codes.Select(code => Register.States.Find(code)!.Name)];
        return new Words(string.Join(", ", names.Select(name => name.En)), string.Join("、", names.Select(name => name.Zh)));
    }

    private static string Day(DateOnly? day) => day is { } given ? Invariant($"{given:yyyy-MM-dd}") : "";

    private static string Led(string before, string? text) => string.IsNullOrEmpty(text) ? "" : before + text;

    private static string Joined(string between, params ReadOnlySpan<string> parts)
    {
        var told = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
                told.Add(part);
        }

        return string.Join(between, told);
    }
}
