using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Rules;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Commands;

/// <summary>Names the State whose book it is.</summary>
public sealed record NameState(
    [property: Meaning("State code, two letters", "國家代碼，兩個字母")] string Code,
    [property: Meaning("Name in English", "英文名稱")] string NameEn,
    [property: Meaning("Name in Chinese", "中文名稱")] string NameZh);

/// <summary>Adopts code tables.</summary>
public sealed record AdoptCodeTables([property: Meaning("The tables", "代碼表")] CodeTables Tables);

/// <summary>Ends the time in force of an MBA or of one of its KMPs.</summary>
public sealed record EndStructure(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("Last day in force", "最後生效日")] DateOnly LastDay,
    [property: Meaning("KMP code; left out: the whole MBA", "關鍵量測點代碼；留空表示整個物料平衡區")] string? Kmp = null);

/// <summary>Registers facilities, MBAs and KMPs from one file, all or nothing.</summary>
public sealed record ImportStructure(
    [property: Meaning("Facilities", "設施")] IReadOnlyList<FileRow<Facility>> Facilities,
    [property: Meaning("Material balance areas", "物料平衡區")] IReadOnlyList<FileRow<MaterialBalanceArea>> Mbas,
    [property: Meaning("Key measurement points", "關鍵量測點")] IReadOnlyList<FileRow<KeyMeasurementPoint>> Kmps,
    [property: Meaning("The file", "檔案")] ReceivedFile? File = null) : IManyRows
{
    /// <inheritdoc/>
    public int RowCount => Facilities.Count + Mbas.Count + Kmps.Count;
}

/// <summary>Decides commands on structure and code tables.</summary>
internal static class StructureDecisions
{
    private const int MaxLicence = 40;

    public static Decision Decide(MaterialsBook book, NameState command, DecisionContext _)
    {
        var refusals = new List<Refusal>();
        if (book.State is not null)
            refusals.Add(MaterialsRefusals.StateNamedAlready.In("code", found: book.State.Value.Fact.Code));
        CheckCode(command.Code, 2, 2, default, refusals);
        StructureNames.Check(command.NameEn, command.NameZh, default, refusals);
        return refusals.Count > 0
            ? Decision.Refuse(refusals)
            : Decision.Accept(new StateNamed(command.Code, command.NameEn, command.NameZh));
    }

    public static Decision Decide(MaterialsBook book, AdoptCodeTables command, DecisionContext _)
    {
        var tables = command.Tables;
        var codes = tables.ChangeCodes.Select(c => c.Code).ToList();
        if (codes.Count == 0 || codes.Distinct().Count() != codes.Count || codes.Exists(c => c.Length != 2)
            || tables.Forms.Any(f => f.Code.Length != 2) || tables.Containers.Any(c => c.Code.Length != 1)
            || tables.States.Any(s => s.Code.Length != 1) || tables.Bases.Any(b => b.Code.Length != 1))
            return Decision.Refuse(MaterialsRefusals.TablesMalformed.In("tables", found: tables.Edition));
        if (book.Tables.Any(t => t.Tables.Authority == tables.Authority && t.Tables.Edition == tables.Edition))
            return Decision.Refuse(MaterialsRefusals.CodeTaken.In("tables.edition", found: tables.Edition));
        return Decision.Accept(new CodeTablesAdopted(tables));
    }

    public static Decision Decide(MaterialsBook book, Facility command, DecisionContext context) =>
        Decide(book, new ImportStructure([new(0, command)], [], []), context);

    public static Decision Decide(MaterialsBook book, FacilityLicence command, DecisionContext _)
    {
        var refusals = new List<Refusal>();
        if (!book.Facilities.ContainsKey(command.Facility))
            refusals.Add(MaterialsRefusals.FacilityUnknown.In("facility", found: command.Facility));
        if (!GivenText.IsTaken(command.Number, MaxLicence))
            refusals.Add(MaterialsRefusals.LicenceMalformed.In("number", $"1 – {MaxLicence}", $"{command.Number?.Length ?? 0}"));
        if (command.LastDay < command.From)
            refusals.Add(MaterialsRefusals.LicenceMalformed.In("lastDay", $"≥ {command.From:yyyy-MM-dd}", $"{command.LastDay:yyyy-MM-dd}"));
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new LicenceRecorded(command));
    }

    public static Decision Decide(MaterialsBook book, MaterialBalanceArea command, DecisionContext context) =>
        Decide(book, new ImportStructure([], [new(0, command)], []), context);

    public static Decision Decide(MaterialsBook book, KeyMeasurementPoint command, DecisionContext context) =>
        Decide(book, new ImportStructure([], [], [new(0, command)]), context);

    public static Decision Decide(MaterialsBook book, EndStructure command, DecisionContext _)
    {
        if (!book.Mbas.TryGetValue(command.Mba, out var ledger))
            return Decision.Refuse(MaterialsRefusals.MbaUnknown.In("mba", found: command.Mba));
        var from = ledger.Area.From;
        if (command.Kmp is { } code)
        {
            if (ledger.Kmp(code, command.LastDay) is not { } kmp)
                return Decision.Refuse(MaterialsRefusals.KmpUnknown.In("kmp", found: code));
            from = kmp.Point.From;
        }

        var held = command.Kmp is null && (ledger.Accounts(LedgerKind.Book).Values.Any(a => !a.Current.IsZero)
            || ledger.Lines.Any(line => line.Change.Date > command.LastDay));
        if (command.LastDay < from || held)
            return Decision.Refuse(MaterialsRefusals.EndTooEarly.In("lastDay"));
        return Decision.Accept(new StructureEnded(command.Mba, command.Kmp, command.LastDay));
    }

    public static Decision Decide(MaterialsBook book, ImportStructure command, DecisionContext _)
    {
        var refusals = new List<Refusal>();
        var facts = new List<Fact>();
        var facilities = book.Facilities.ToDictionary(f => f.Key, f => f.Value.Facility, StringComparer.Ordinal);
        var mbas = book.Mbas.ToDictionary(m => m.Key, m => m.Value.Area, StringComparer.Ordinal);
        var points = book.Mbas.Values.SelectMany(m => m.Kmps)
            .Where(k => k.End is null).Select(k => k.Point).ToDictionary(k => (k.Mba, k.Code));
        foreach (var (row, facility) in command.Facilities.Select(r => (r.Row, r.Value)))
        {
            var place = At(command.File, row);
            CheckCode(facility.Code, 1, 8, place, refusals, dash: true);
            StructureNames.Check(facility.NameEn, facility.NameZh, place, refusals);
            if (IsNew(facilities, facility.Code, facility, place, refusals))
                facts.Add(new FacilityRegistered(facility));
        }

        foreach (var (row, mba) in command.Mbas.Select(r => (r.Row, r.Value)))
        {
            var place = At(command.File, row);
            CheckCode(mba.Code, 4, 4, place, refusals);
            StructureNames.Check(mba.NameEn, mba.NameZh, place, refusals);
            if (!facilities.ContainsKey(mba.Facility))
                refusals.Add(MaterialsRefusals.FacilityUnknown.At(place.At("facility"), found: mba.Facility));
            if (mba.EnrichmentLimit is < 0 or > 100)
                refusals.Add(MaterialsRefusals.EnrichmentLimitRange.At(place.At("enrichmentLimit"), "0–100"));
            if (IsNew(mbas, mba.Code, mba, place, refusals))
                facts.Add(new MbaRegistered(mba));
        }

        foreach (var (row, kmp) in command.Kmps.Select(r => (r.Row, r.Value)))
        {
            var place = At(command.File, row);
            CheckKmp(kmp, mbas, place, refusals);
            if (IsNew(points, (kmp.Mba, kmp.Code), kmp, place, refusals))
                facts.Add(new KmpRegistered(kmp));
        }

        if (refusals.Count > 0)
            return Decision.Refuse(refusals);
        if (command.File is { } file && facts.Count > 0)
            facts.Insert(0, new FileReceived(file, "structure", command.RowCount, facts.Count, []));
        return Decision.Accept(facts);
    }

    private static void CheckKmp(KeyMeasurementPoint kmp, Dictionary<string, MaterialBalanceArea> mbas, Place place,
        List<Refusal> refusals)
    {
        if (!mbas.TryGetValue(kmp.Mba, out var mba))
            refusals.Add(MaterialsRefusals.MbaUnknown.At(place.At("mba"), found: kmp.Mba));
        else if (kmp.From < mba.From)
            refusals.Add(MaterialsRefusals.MbaNotInForce.At(place.At("from")));
        var ok = kmp.Code.Length == 1 && (kmp.Kind == KmpKind.Flow ? kmp.Code[0] is >= '1' and <= '9' : kmp.Code[0] is >= 'A' and <= 'Z');
        if (!ok)
            refusals.Add(MaterialsRefusals.CodeMalformed.At(place.At("code"), kmp.Kind == KmpKind.Flow ? "1–9" : "A–Z", kmp.Code));
        StructureNames.Check(kmp.NameEn, kmp.NameZh, place, refusals);
    }

    /// <summary>Whether it is to be registered: registered the same already is no error, otherwise the code is taken.</summary>
    private static bool IsNew<TKey, T>(Dictionary<TKey, T> known, TKey code, T value, Place place, List<Refusal> refusals)
        where TKey : notnull
        where T : class
    {
        if (known.TryAdd(code, value))
            return true;
        if (!IsSame(known[code], value))
            refusals.Add(MaterialsRefusals.CodeTaken.At(place.At("code"), found: code.ToString()));
        return false;
    }

    // Records compare lists by reference; the JSON compares what they say.
    private static bool IsSame<T>(T left, T right) =>
        System.Text.Json.JsonSerializer.Serialize(left, FaceJson.Options)
        == System.Text.Json.JsonSerializer.Serialize(right, FaceJson.Options);

    private static Place At(ReceivedFile? file, int row) =>
        file is null ? default : new Place(file.Name, row, null, null);

    private static void CheckCode(string code, int least, int most, Place place, List<Refusal> refusals, bool dash = false)
    {
        if (code.Length < least || code.Length > most
            || !code.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') || (dash && c == '-')))
            refusals.Add(MaterialsRefusals.CodeMalformed.At(
                place.At("code"), least == most ? $"A–Z 0–9, {least}" : $"A–Z 0–9, {least}–{most}", code));
    }
}
