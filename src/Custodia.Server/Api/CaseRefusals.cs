using Custodia.Books;
using Custodia.Statistics.Balances;

namespace Custodia.Server.Api;

/// <summary>What can be wrong with a case of the statistics of material balances, in words: the library knows codes alone.</summary>
public static class CaseRefusals
{
    /// <summary>No such file.</summary>
    public static readonly RefusalCode FileMissing = new(CaseFaults.FileMissing,
        new("A file of the case is missing.", "案例缺少檔案。"), new("Put it into the folder, or correct its name.", "請將檔案放入資料夾，或更正檔名。"));

    /// <summary>A name that leads elsewhere.</summary>
    public static readonly RefusalCode FileOutside = new(CaseFaults.FileOutside,
        new("A file is named that does not lie in the folder of the case.", "所列檔案不在案例資料夾內。"),
        new("Name a file of the folder itself, without any path.", "請填寫資料夾內之檔名，勿含路徑。"));

    /// <summary>Too many bytes.</summary>
    public static readonly RefusalCode FileTooLarge = new(CaseFaults.FileTooLarge,
        new("A file is larger than is read.", "檔案超過讀取上限。"), new("Split the case by location or time.", "請依位置或時間拆分案例。"));

    /// <summary>No JSON.</summary>
    public static readonly RefusalCode NotJson = new(CaseFaults.NotJson,
        new("The description of the case is not a JSON object.", "案例說明不是 JSON 物件。"), new("Correct it at the place named.", "請於所示位置更正。"));

    /// <summary>A member.</summary>
    public static readonly RefusalCode WrongMember = new(CaseFaults.WrongMember,
        new("A member of the description is missing or wrong.", "案例說明之欄位缺漏或有誤。"), new("Give what is expected there.", "請依所示內容填寫。"));

    /// <summary>A kind.</summary>
    public static readonly RefusalCode UnknownKind = new(CaseFaults.UnknownKind,
        new("A location is neither input, output nor inventory.", "位置種類不是輸入、輸出或存量。"),
        new("Write input, output or inventory.", "請填 input、output 或 inventory。"));

    /// <summary>A header.</summary>
    public static readonly RefusalCode WrongHeader = new(CaseFaults.WrongHeader,
        new("The header of a table is not what the case needs.", "表頭與案例不符。"),
        new("Write time and each element once; measurement may stand last.", "請列出 time 及各元素一次；measurement 僅可置於最後。"));

    /// <summary>A row.</summary>
    public static readonly RefusalCode WrongRow = new(CaseFaults.WrongRow,
        new("A row does not have the fields of the header.", "資料列欄數與表頭不符。"),
        new("Write one value for each column; leave no row empty.", "請逐欄填值，勿留空列。"));

    /// <summary>No number.</summary>
    public static readonly RefusalCode NotNumber = new(CaseFaults.NotNumber,
        new("A field is not a number.", "欄位不是數字。"),
        new("Write a decimal with a point, such as 12.5; no unit, space or group.", "請填以點為小數點之數字，如 12.5；勿含單位、空格或千分位。"));

    /// <summary>Nothing.</summary>
    public static readonly RefusalCode Empty = new(CaseFaults.Empty,
        new("The case has no element or no location.", "案例沒有元素或位置。"), new("Name at least one of each.", "請各至少列出一項。"));

    /// <summary>A name twice.</summary>
    public static readonly RefusalCode NameTwice = new(CaseFaults.NameTwice,
        new("Two elements, methods, locations or files have one name.", "元素、方法、位置或檔案名稱重複。"), new("Give each a name of its own.", "請各用不同名稱。"));

    /// <summary>A method.</summary>
    public static readonly RefusalCode UnknownMethod = new(CaseFaults.UnknownMethod,
        new("A location names a method that the case does not have.", "位置所列方法不存在於案例。"),
        new("Describe the method under methods, or correct its name.", "請於 methods 說明該方法，或更正名稱。"));

    /// <summary>A type.</summary>
    public static readonly RefusalCode WrongType = new(CaseFaults.WrongType,
        new("A flow is discrete or continuous; an inventory is neither.", "流量須為離散或連續；存量不填類型。"),
        new("Write discrete, continuous, or null for an inventory.", "請填 discrete 或 continuous；存量填 null。"));

    /// <summary>A standard deviation.</summary>
    public static readonly RefusalCode WrongSigma = new(CaseFaults.WrongSigma,
        new("A standard deviation is below zero.", "標準差小於零。"), new("Write zero or more.", "請填零或正數。"));

    /// <summary>Calibrations.</summary>
    public static readonly RefusalCode WrongCalibrations = new(CaseFaults.WrongCalibrations,
        new("The calibration dates of a method do not ascend.", "方法之校正日期未依序遞增。"), new("List each once, the earliest first.", "請由早至晚各列一次。"));

    /// <summary>No readings.</summary>
    public static readonly RefusalCode NoReadings = new(CaseFaults.NoReadings,
        new("An inventory or a continuous flow has no reading.", "存量或連續流量沒有讀值。"), new("Add its readings, or take the location out.", "請補上讀值，或移除該位置。"));

    /// <summary>Infinity and the like.</summary>
    public static readonly RefusalCode NotFinite = new(CaseFaults.NotFinite,
        new("A number is not finite.", "數值不是有限數。"), new("Write the measured value; leave out a reading that there is not.", "請填量測值；無讀值者請刪除該列。"));

    /// <summary>Too large a number.</summary>
    public static readonly RefusalCode TooLarge = new(CaseFaults.TooLarge,
        new("A number is too large to be a time or a mass.", "數值過大，不可能為時間或質量。"), new("Correct it, or choose a larger unit.", "請更正，或改用較大單位。"));

    /// <summary>A mass below zero.</summary>
    public static readonly RefusalCode Negative = new(CaseFaults.Negative,
        new("A mass is below zero.", "質量小於零。"), new("What leaves stands at a location of kind output, as a positive mass.", "移出之物料請列於 output 位置，並填正值。"));

    /// <summary>Out of order.</summary>
    public static readonly RefusalCode Unsorted = new(CaseFaults.Unsorted,
        new("A time lies before the one above it.", "時間早於上一列。"), new("Sort the rows by time.", "請依時間排序。"));

    /// <summary>Twice at one time.</summary>
    public static readonly RefusalCode StampTwice = new(CaseFaults.StampTwice,
        new("A time stands twice where it may stand once.", "時間重複。"),
        new("Keep one reading; items of one inventory need a name each under measurement.", "請保留一筆讀值；同一存量之多項須於 measurement 各列名稱。"));

    /// <summary>A gap.</summary>
    public static readonly RefusalCode Gap = new(CaseFaults.Gap,
        new("Nothing was read for longer than the gap limit.", "無讀值之時間超過間隔上限。"),
        new("Add the readings between, or raise gap_limit with a reason.", "請補上其間讀值，或附理由提高 gap_limit。"));

    /// <summary>One measurement, two values.</summary>
    public static readonly RefusalCode TwoValues = new(CaseFaults.TwoValues,
        new("One measurement has two values.", "同一量測有兩個數值。"), new("Correct the value, or name the second measurement otherwise.", "請更正數值，或為第二次量測另取名稱。"));

    /// <summary>A rate with a name.</summary>
    public static readonly RefusalCode RateNamed = new(CaseFaults.RateNamed,
        new("A rate cannot name its measurement.", "流率不得列出量測名稱。"), new("Leave measurement empty for a continuous flow.", "連續流量之 measurement 請留空。"));

    /// <summary>Too short.</summary>
    public static readonly RefusalCode NoPeriod = new(CaseFaults.NoPeriod,
        new("No balance period is complete at the last reading.", "至最後讀值尚無完整之平衡期間。"), new("Add readings, or choose shorter periods.", "請補上讀值，或縮短期間。"));

    /// <summary>Too long.</summary>
    public static readonly RefusalCode TooManyPeriods = new(CaseFaults.TooManyPeriods,
        new("There are more balance periods than are evaluated together.", "平衡期間數超過一次可評估之上限。"),
        new("Choose longer periods, or split the case.", "請加長期間，或拆分案例。"));

    private static readonly Dictionary<string, RefusalCode> Known =
        RefusalCatalogue.Of(typeof(CaseRefusals)).ToDictionary(code => code.Code, StringComparer.Ordinal);

    /// <summary>Faults of a case as refusals. A place in a table is given as a cell too, as a spreadsheet names it.</summary>
    public static IReadOnlyList<Refusal> Of(IEnumerable<CaseFault> faults) => [.. faults.Select(fault =>
        Known[fault.Code].At(new Place(fault.File, fault.Line, CellOf(fault), fault.Field), fault.Expected, fault.Found))];

    private static string? CellOf(CaseFault fault)
    {
        if (fault.Line is not { } line || fault.Column is not { } column)
            return null;
        if (!fault.File.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return FormattableString.Invariant($"{line}:{column}");
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return FormattableString.Invariant($"{letters}{line}");
    }
}
