using System.Globalization;
using System.Text.Json;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Cases;

/// <summary>What <c>case.json</c> says, member by member.</summary>
internal sealed class CaseDescription(JsonElement json, ReadOnlyMemory<byte> text)
{
    private readonly CaseNotes _notes = new(text);
    private readonly List<MeasurementMethod> _methods = [];
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    public Outcome<CaseReading> Read(Func<string, byte[]?> file)
    {
        var root = new JsonMember(json, "", _notes);
        root.Text("note");
        var elements = root.Names("elements", CaseLimits.Elements);
        foreach (var method in root.Objects("methods", CaseLimits.Locations))
            _methods.Add(Method(method, method.Name("id")));
        var locations = new List<(Location Location, string File)>();
        foreach (var at in root.Objects("locations", CaseLimits.Locations))
            locations.Add(ReadLocation(at));
        var made = new BalanceCase(root.Name("name"), root.Name("mass_unit"), root.Name("time_unit"), elements, _methods, [], Dates(root))
        {
            Source = CaseFolder.Description,
        };
        var options = Options(root);
        var declared = root.PerhapsNumber("periods");
        var reference = root.Number("page_k", PageTest.UsualReference);
        if (reference < 0)
            root.Wrong("page_k", "≥ 0", root.Find("page_k"), false);
        List<PageReset> closed = [.. root.Objects("closed_alarms", CaseLimits.Dates).Select(Closed)];
        root.Close();
        if (_notes.Faults.Count == 0)
            made = made with { Locations = [.. locations.Select(at => Table(at.Location, at.File, elements, file))] };
        if (_notes.Faults.Count == 0)
            _notes.Faults.AddRange(CaseRules.Faults(made, options)
                .Select(fault => fault.File == CaseFolder.Description ? _notes.Placed(fault) : fault));
        if (_notes.Faults.Count == 0)
            CheckClosed(root, closed, made.Dates.Until(made.LastStamp, EvaluationOptions.MostPeriods).Length - 1);
        return _notes.Faults.Count > 0
            ? _notes.Faults.ToArray()
            : new CaseReading(made, options, _notes.Unread, declared is >= 0 and <= int.MaxValue ? (int)declared : made.Dates.Listed)
            {
                PageReference = reference,
                Closed = closed,
            };
    }

    // Who closed an alarm of Page's test, when and why: the sums begin anew after its period.
    private static PageReset Closed(JsonMember at)
    {
        var period = at.Number("period", 0);
        if (!(period is >= 1 and <= CaseLimits.Dates && period == Math.Floor(period)))
            period = at.Wrong("period", "1, 2, …", at.Find("period"), 1.0);
        var day = default(DateOnly);
        if (!DateOnly.TryParseExact(at.Text("on"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            at.Wrong("on", "yyyy-MM-dd", at.Find("on"), false);
        var (by, reason) = (at.Name("by"), at.Text("reason"));
        if (reason.Length is 0 or > CaseLimits.ReasonLength)
            at.Wrong("reason", $"1 … {CaseLimits.ReasonLength}", null, false);
        at.Close();
        return new((int)period - 1, by, day, reason);
    }

    private static void CheckClosed(JsonMember root, List<PageReset> closed, int periods)
    {
        foreach (var (index, reset) in closed.Index())
            if (reset.Period >= periods)
                root.Wrong($"closed_alarms[{index}].period", $"1 … {periods}", null, false);
    }

    private static EvaluationOptions Options(JsonMember root) => new()
    {
        IsOpeningExact = root.Flag("opening_exact"),
        CountsItemsAtStart = !root.Flag("opening_holds_items_at_start"),
        GapLimit = root.PerhapsNumber("gap_limit"),
        OffsetLimit = root.PerhapsNumber("offset_limit"),
        InterpolatesInventories = root.Flag("interpolate_inventories"),
    };

    private static BalanceDates Dates(JsonMember root)
    {
        var any = BalanceDates.Every(1);
        var start = root.Number("t0", 0);
        if (!root.Has("balance_dates"))
        {
            var length = root.Number("mbp");
            return length > 0 ? BalanceDates.Every(length, start)
                : double.IsNaN(length) ? any : root.Wrong("mbp", "> 0", root.Find("mbp"), any);
        }
        var dates = root.Numbers("balance_dates");
        if (root.Has("mbp") || root.Has("t0"))
            return root.Wrong("balance_dates", "mbp | balance_dates", null, any);
        for (var i = 1; i < dates.Count; i++)
            if (dates[i] <= dates[i - 1])
                return root.Wrong("balance_dates", "t₀ < t₁ < …", null, any);
        return BalanceDates.At(dates);
    }

    private (Location, string) ReadLocation(JsonMember at)
    {
        var id = at.Name("id");
        at.Text("note");
        var kind = at.Text("kind");
        LocationKind? known = kind switch
        {
            "input" => LocationKind.Input,
            "output" => LocationKind.Output,
            "inventory" => LocationKind.Inventory,
            _ => null,
        };
        if (known is null)
            at.Wrong("kind", "input | output | inventory", at.Find("kind"), false, FaultCodes.UnknownKind);
        FlowType? type = at.Text("type") switch { "discrete" => FlowType.Discrete, "continuous" => FlowType.Continuous, _ => null };
        if (at.Has("type") && type is null)
            at.Wrong("type", "discrete | continuous", at.Find("type"), false, FaultCodes.WrongType);
        var name = at.Text("file");
        if (name.Length == 0)
            at.Wrong("file", "name", at.Find("file"), false);
        else if (!CaseFolder.IsInside(name))
            at.Wrong("file", "name", at.Find("file"), false, FaultCodes.FileOutside);
        else if (!_files.Add(name))
            at.Wrong("file", "name", at.Find("file"), false, FaultCodes.NameTwice);
        var methods = at.Names("methods", CaseLimits.MethodsOfLocation);
        // A location that names no method has one of its own.
        if (methods.Count == 0)
        {
            _methods.Add(Method(at, id));
            methods.Add(id);
        }
        else
            at.Close();
        return (new(id, known ?? LocationKind.Inventory, type, methods), name);
    }

    private static MeasurementMethod Method(JsonMember at, string id)
    {
        at.Text("note");
        var method = new MeasurementMethod(id, at.Number("sigma_random"), at.Number("sigma_systematic"),
            at.Number("sigma_random_absolute", 0), at.Number("sigma_systematic_absolute", 0))
        {
            Calibrations = at.Numbers("calibrations"),
        };
        at.Close();
        return method;
    }

    private LocationReadings Table(Location location, string name, List<string> elements, Func<string, byte[]?> file)
    {
        var none = new LocationReadings(location, default, []);
        if (file(name) is not { } bytes)
            return Refused(new Fault(FaultCodes.FileMissing, "").At(name));
        if (bytes.Length > CaseLimits.TableBytes)
            return Refused(new Fault(FaultCodes.FileTooLarge, "", $"{CaseLimits.TableBytes}", $"{bytes.Length}").At(name));
        var table = new ReadingsTable(name, elements);
        var readings = table.Read(location, bytes);
        foreach (var fault in table.Faults)
            Refused(fault);
        return readings;

        LocationReadings Refused(Fault fault)
        {
            if (_notes.Faults.Count < CaseRules.MostFaults)
                _notes.Faults.Add(fault);
            return none;
        }
    }
}
