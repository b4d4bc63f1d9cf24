using Custodia.Books;
using Custodia.Statistics;

namespace Custodia.Server.Questions;

/// <summary>What can be wrong with what the statistics are given, in words: the library knows codes alone.</summary>
public static class FaultRefusals
{
    /// <summary>No such file.</summary>
    public static readonly RefusalCode FileMissing = new(FaultCodes.FileMissing,
        new("A file is missing.", "缺少檔案。"), new("Put it into the folder, or correct its name.", "請將檔案放入資料夾，或更正檔名。"));

    /// <summary>A name that leads elsewhere.</summary>
    public static readonly RefusalCode FileOutside = new(FaultCodes.FileOutside,
        new("A file is named that does not lie in the folder of the case.", "所列檔案不在案例資料夾內。"),
        new("Name a file of the folder itself, without any path.", "請填寫資料夾內之檔名，勿含路徑。"));

    /// <summary>Too many bytes.</summary>
    public static readonly RefusalCode FileTooLarge = new(FaultCodes.FileTooLarge,
        new("A file is larger than is read.", "檔案超過讀取上限。"), new("Split the case by location or time.", "請依位置或時間拆分案例。"));

    /// <summary>No JSON.</summary>
    public static readonly RefusalCode NotJson = new(FaultCodes.NotJson,
        new("The description of the case is not a JSON object.", "案例說明不是 JSON 物件。"), new("Correct it at the place named.", "請於所示位置更正。"));

    /// <summary>A member.</summary>
    public static readonly RefusalCode WrongMember = new(FaultCodes.WrongMember,
        new("A member of the description is missing or wrong.", "案例說明之欄位缺漏或有誤。"), new("Give what is expected there.", "請依所示內容填寫。"));

    /// <summary>A kind.</summary>
    public static readonly RefusalCode UnknownKind = new(FaultCodes.UnknownKind,
        new("A location is neither input, output nor inventory.", "位置種類不是輸入、輸出或存量。"),
        new("Write input, output or inventory.", "請填 input、output 或 inventory。"));

    /// <summary>A header.</summary>
    public static readonly RefusalCode WrongHeader = new(FaultCodes.WrongHeader,
        new("The header of a table is not what the case needs.", "表頭與案例不符。"),
        new("Write time and each element once; measurement may stand last.", "請列出 time 及各元素一次；measurement 僅可置於最後。"));

    /// <summary>A row.</summary>
    public static readonly RefusalCode WrongRow = new(FaultCodes.WrongRow,
        new("A row does not have the fields of the header.", "資料列欄數與表頭不符。"),
        new("Write one value for each column; leave no row empty.", "請逐欄填值，勿留空列。"));

    /// <summary>No number.</summary>
    public static readonly RefusalCode NotNumber = new(FaultCodes.NotNumber,
        new("A field is not a number.", "欄位不是數字。"),
        new("Write a decimal with a point, such as 12.5; no unit, space or group.", "請填以點為小數點之數字，如 12.5；勿含單位、空格或千分位。"));

    /// <summary>Nothing.</summary>
    public static readonly RefusalCode Empty = new(FaultCodes.Empty,
        new("The case has no element or no location.", "案例沒有元素或位置。"), new("Name at least one of each.", "請各至少列出一項。"));

    /// <summary>A name twice.</summary>
    public static readonly RefusalCode NameTwice = new(FaultCodes.NameTwice,
        new("Two elements, methods, locations or files have one name.", "元素、方法、位置或檔案名稱重複。"), new("Give each a name of its own.", "請各用不同名稱。"));

    /// <summary>A method.</summary>
    public static readonly RefusalCode UnknownMethod = new(FaultCodes.UnknownMethod,
        new("A location names a method that the case does not have.", "位置所列方法不存在於案例。"),
        new("Describe the method under methods, or correct its name.", "請於 methods 說明該方法，或更正名稱。"));

    /// <summary>A type.</summary>
    public static readonly RefusalCode WrongType = new(FaultCodes.WrongType,
        new("A flow is discrete or continuous; an inventory is neither.", "流量須為離散或連續；存量不填類型。"),
        new("Write discrete, continuous, or null for an inventory.", "請填 discrete 或 continuous；存量填 null。"));

    /// <summary>A standard deviation.</summary>
    public static readonly RefusalCode WrongSigma = new(FaultCodes.WrongSigma,
        new("A standard deviation is below zero.", "標準差小於零。"), new("Write zero or more.", "請填零或正數。"));

    /// <summary>Calibrations.</summary>
    public static readonly RefusalCode WrongCalibrations = new(FaultCodes.WrongCalibrations,
        new("The calibration dates of a method do not ascend.", "方法之校正日期未依序遞增。"), new("List each once, the earliest first.", "請由早至晚各列一次。"));

    /// <summary>No readings.</summary>
    public static readonly RefusalCode NoReadings = new(FaultCodes.NoReadings,
        new("An inventory or a continuous flow has no reading.", "存量或連續流量沒有讀值。"), new("Add its readings, or take the location out.", "請補上讀值，或移除該位置。"));

    /// <summary>Infinity and the like.</summary>
    public static readonly RefusalCode NotFinite = new(FaultCodes.NotFinite,
        new("A number is not finite.", "數值不是有限數。"), new("Write the measured value; leave out a reading that there is not.", "請填量測值；無讀值者請刪除該列。"));

    /// <summary>Too large a number.</summary>
    public static readonly RefusalCode TooLarge = new(FaultCodes.TooLarge,
        new("A number is too large to be a time or a mass.", "數值過大，不可能為時間或質量。"), new("Correct it, or choose a larger unit.", "請更正，或改用較大單位。"));

    /// <summary>A mass below zero.</summary>
    public static readonly RefusalCode Negative = new(FaultCodes.Negative,
        new("A mass is below zero.", "質量小於零。"), new("What leaves stands at a location of kind output, as a positive mass.", "移出之物料請列於 output 位置，並填正值。"));

    /// <summary>Out of order.</summary>
    public static readonly RefusalCode Unsorted = new(FaultCodes.Unsorted,
        new("A time lies before the one above it.", "時間早於上一列。"), new("Sort the rows by time.", "請依時間排序。"));

    /// <summary>Twice at one time.</summary>
    public static readonly RefusalCode StampTwice = new(FaultCodes.StampTwice,
        new("A time stands twice where it may stand once.", "時間重複。"),
        new("Keep one reading; items of one inventory need a name each under measurement.", "請保留一筆讀值；同一存量之多項須於 measurement 各列名稱。"));

    /// <summary>A gap.</summary>
    public static readonly RefusalCode Gap = new(FaultCodes.Gap,
        new("Nothing was read for longer than the gap limit.", "無讀值之時間超過間隔上限。"),
        new("Add the readings between, or raise gap_limit with a reason.", "請補上其間讀值，或附理由提高 gap_limit。"));

    /// <summary>One measurement, two values.</summary>
    public static readonly RefusalCode TwoValues = new(FaultCodes.TwoValues,
        new("One measurement has two values.", "同一量測有兩個數值。"), new("Correct the value, or name the second measurement otherwise.", "請更正數值，或為第二次量測另取名稱。"));

    /// <summary>A rate with a name.</summary>
    public static readonly RefusalCode RateNamed = new(FaultCodes.RateNamed,
        new("A rate cannot name its measurement.", "流率不得列出量測名稱。"), new("Leave measurement empty for a continuous flow.", "連續流量之 measurement 請留空。"));

    /// <summary>Too short.</summary>
    public static readonly RefusalCode NoPeriod = new(FaultCodes.NoPeriod,
        new("No balance period is complete at the last reading.", "至最後讀值尚無完整之平衡期間。"), new("Add readings, or choose shorter periods.", "請補上讀值，或縮短期間。"));

    /// <summary>Too long.</summary>
    public static readonly RefusalCode TooManyPeriods = new(FaultCodes.TooManyPeriods,
        new("There are more balance periods than are evaluated together.", "平衡期間數超過一次可評估之上限。"),
        new("Choose longer periods, or split the case.", "請加長期間，或拆分案例。"));

    /// <summary>A number outside of what it can be.</summary>
    public static readonly RefusalCode OutOfRange = new(FaultCodes.OutOfRange,
        new("A number is outside of what it can be.", "數值超出可能範圍。"), new("Correct the number.", "請更正該數值。"));

    /// <summary>A name that was given already.</summary>
    public static readonly RefusalCode Twice = new(FaultCodes.Twice,
        new("The same thing is given twice.", "同一事項重複給定。"), new("Give it once, or give each a name of its own.", "請僅給定一次，或各自命名。"));

    /// <summary>A name that nothing has.</summary>
    public static readonly RefusalCode Unknown = new(FaultCodes.Unknown,
        new("Nothing has this name.", "查無此名稱。"), new("Use the name of a source of error, or of an item, that is declared.", "請使用已宣告之誤差來源或料件名稱。"));

    /// <summary>One measurement stands for two items on one side.</summary>
    public static readonly RefusalCode MeasurementTwice = new(FaultCodes.MeasurementTwice,
        new("One measurement stands for several items on the same side of the balance.", "同一量測於平衡之同側代表多個料件。"),
        new("Give each measurement a name of its own; what was counted twice, count once.", "請為每次量測各自命名；重複計入者僅計一次。"));

    /// <summary>One measurement with two results.</summary>
    public static readonly RefusalCode MeasurementDiffers = new(FaultCodes.MeasurementDiffers,
        new("One measurement has two different results.", "同一量測有兩個不同結果。"),
        new("A new result is a new measurement: give it another name, or correct the mass.", "新結果即為新量測：請另行命名，或更正質量。"));

    /// <summary>Too little to work with.</summary>
    public static readonly RefusalCode TooFew = new(FaultCodes.TooFew,
        new("There is too little to work with.", "資料不足，無法計算。"), new("Add what is missing.", "請補足資料。"));

    /// <summary>More than is taken at once.</summary>
    public static readonly RefusalCode TooMany = new(FaultCodes.TooMany,
        new("There is more than is taken at once.", "資料超過單次處理上限。"), new("Divide the input.", "請分割輸入資料。"));

    /// <summary>Something that is needed is not there.</summary>
    public static readonly RefusalCode Missing = new(FaultCodes.Missing,
        new("A number that is needed is not there.", "缺少必要數值。"), new("Add it.", "請補上。"));

    /// <summary>The file does not have its form.</summary>
    public static readonly RefusalCode Malformed = new(FaultCodes.Malformed,
        new("The file does not have the documented form.", "檔案不符規定格式。"),
        new("Correct the place; the manual's chapter on statistics shows the form.", "請更正該處；手冊統計章節載明格式。"));

    /// <summary>No number of items is enough.</summary>
    public static readonly RefusalCode NotAttainable = new(FaultCodes.NotAttainable,
        new("No number of items is enough to reach this goal in this way.", "以此方式，無論驗證多少料件均無法達成目標。"),
        new("Use a better method, a lower probability or a larger goal; more than a stratum holds cannot be missing from it.",
            "請採用較佳方法、較低機率或較大目標量；料層短少之量不可能超過其總量。"));

    private static readonly Dictionary<string, RefusalCode> Known =
        RefusalCatalogue.Of(typeof(FaultRefusals)).ToDictionary(code => code.Code, StringComparer.Ordinal);

    /// <summary>Faults as refusals. A place in a table is given as a cell too, as a spreadsheet names it.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="file">What the file is called where the faults do not say it: there is only one.</param>
    public static IReadOnlyList<Refusal> Of(IEnumerable<Fault> faults, string? file = null) => [.. faults.Select(fault =>
        Known[fault.Code].At(Place(fault, fault.File ?? file), fault.Expected, fault.Found))];

    private static Place Place(Fault fault, string? file) =>
        new(file, fault.Line, Cell(fault, file), fault.Field.Length > 0 ? fault.Field : null);

    private static string? Cell(Fault fault, string? file)
    {
        if (fault.Line is not { } line || fault.Column is not { } column)
            return null;
        if (file?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) != true)
            return FormattableString.Invariant($"{line}:{column}");
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return FormattableString.Invariant($"{letters}{line}");
    }
}
