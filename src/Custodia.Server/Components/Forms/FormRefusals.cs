using Custodia.Books;

namespace Custodia.Server.Components.Forms;

/// <summary>Why what was typed into a form is not even put to a book: said to a person, beside the field.</summary>
internal static class FormRefusals
{
    /// <summary>A field that is needed is empty.</summary>
    public static readonly RefusalCode Empty = new("form.empty",
        new("This is empty.", "此欄空白。"),
        new("Fill it in.", "請填寫。"));

    /// <summary>Not a day.</summary>
    public static readonly RefusalCode NoDay = new("form.no-day",
        new("This is no day of the calendar.", "此非曆法上之日期。"),
        new("Write year, month and day.", "請依年、月、日填寫。"));

    /// <summary>Not a number.</summary>
    public static readonly RefusalCode NoNumber = new("form.no-number",
        new("This is no number as it is wanted here.", "此非本欄所需之數字。"),
        new("Write digits only.", "請僅填數字。"));

    /// <summary>Written otherwise than it is wanted.</summary>
    public static readonly RefusalCode Malformed = new("form.malformed",
        new("This is written otherwise than it is wanted here.", "此欄格式不符。"),
        new("Write it as expected.", "請依所需格式填寫。"));
}
