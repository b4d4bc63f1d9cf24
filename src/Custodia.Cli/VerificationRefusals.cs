using System.Globalization;
using Custodia.Books;
using Custodia.Statistics.Verification;

namespace Custodia.Cli;

/// <summary>What the statistics of verification refuse, in words.</summary>
public static class VerificationRefusals
{
    /// <summary>A number outside of what it can be.</summary>
    public static readonly RefusalCode OutOfRange = new(FaultCodes.OutOfRange,
        new("A number is outside of what it can be.", "數值超出可能範圍。"), new("Correct the number.", "請更正該數值。"));

    /// <summary>A name that was given already.</summary>
    public static readonly RefusalCode Twice = new(FaultCodes.Twice,
        new("The same thing is given twice.", "同一事項重複給定。"), new("Give it once, or give each a name of its own.", "請僅給定一次，或各自命名。"));

    /// <summary>A name that nothing has.</summary>
    public static readonly RefusalCode Unknown = new(FaultCodes.Unknown,
        new("Nothing has this name.", "查無此名稱。"), new("Name a source of error that the file declares.", "請使用檔案所宣告之誤差來源名稱。"));

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

    private static readonly Dictionary<string, RefusalCode> ByCode =
        RefusalCatalogue.Of(typeof(VerificationRefusals)).ToDictionary(code => code.Code, StringComparer.Ordinal);

    /// <summary>A fault as a refusal, placed in the file if there is one.</summary>
    public static Refusal Of(Fault fault, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var cell = fault.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{line}:{fault.Column}") : null;
        return ByCode[fault.Code].At(new Place(file, fault.Line, cell, fault.Field.Length > 0 ? fault.Field : null), fault.Expected, fault.Found);
    }
}
