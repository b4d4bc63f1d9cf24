using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.Commitments.Missions.Queries;

/// <summary>What every question of this book needs: its day, and whether its reader may see what is sealed.</summary>
internal static class Sight
{
    /// <summary>The day that is asked for, at most the last that the view counts; null where neither names one.</summary>
    public static DateOnly? DayOf(DateOnly? asked, View view)
    {
        var day = asked is { } given && given < view.AsOf ? given : view.AsOf;
        return day == DateOnly.MaxValue ? null : day;
    }

    /// <summary>The refusal of a question without a day.</summary>
    public static Refusal DayMissing => MissionsRefusals.DayMissing.In("day");

    /// <summary>Whether the reader may see what is sealed; that counts as seen.</summary>
    public static bool OpensFindings(View view) => view.Reader is not { } reader
        || reader.Of(MissionsPermissions.Compartment, MissionsPermissions.Findings) == Visibility.Open;
}
