using System.Globalization;
using System.Text;

namespace Custodia.Server.Components;

/// <summary>Writes a text as a string of a style sheet (CSS Syntax Module Level 3, section 4.3.5).</summary>
public static class CssText
{
    /// <summary>The string in quotation marks. All but letters, digits and spaces is escaped: no text ends the string or the sheet.</summary>
    public static string Of(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == ' ')
                css.Append(rune);
            else
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
        }

        return css.Append('"').ToString();
    }
}
