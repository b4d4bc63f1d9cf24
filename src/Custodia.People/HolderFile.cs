using Custodia.Books;
using Custodia.People.Facts;

namespace Custodia.People;

/// <summary>What the book keeps of one person or device.</summary>
public sealed class HolderFile
{
    internal HolderFile(Stamp stamp, Holder holder)
    {
        Stamp = stamp;
        Holder = holder;
    }

    /// <summary>The entry that registered it.</summary>
    public Stamp Stamp { get; }

    /// <summary>Who it is.</summary>
    public Holder Holder { get; }

    /// <summary>The entry with which it left, or null.</summary>
    public (Stamp Stamp, HolderLeft Fact)? Left { get; internal set; }

    /// <summary>The appointments, by entry.</summary>
    public List<Grant> Appointments { get; } = [];

    /// <summary>The clearances, by entry.</summary>
    public List<Grant> Clearances { get; } = [];

    /// <summary>The certificates, by entry.</summary>
    public List<Grant> Certificates { get; } = [];

    /// <summary>The times that it broke the glass, by entry.</summary>
    public List<Emergency> Emergencies { get; } = [];

    /// <summary>Whether it counts on a day.</summary>
    public bool IsActive(DateOnly day, View view) => Holder.From <= day && (LeftIn(view) is not { } left || day <= left.Fact.LastDay);

    /// <summary>The entry with which it left, as far as a view knows it.</summary>
    public (Stamp Stamp, HolderLeft Fact)? LeftIn(View view) => Left is { } left && view.Knows(left.Stamp.Sequence) ? left : null;
}

/// <summary>Something given for a time: an appointment, a clearance, a certificate.</summary>
public sealed class Grant
{
    internal Grant(Stamp stamp, Fact fact, DateOnly from, DateOnly? until)
    {
        Stamp = stamp;
        Fact = fact;
        From = from;
        Until = until;
    }

    /// <summary>The entry that gave it.</summary>
    public Stamp Stamp { get; }

    /// <summary>What was given.</summary>
    public Fact Fact { get; }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day as given, or null.</summary>
    public DateOnly? Until { get; }

    /// <summary>The entry that ended it before its time, its last day then, and why.</summary>
    public (Stamp Stamp, DateOnly LastDay, string Reason)? End { get; internal set; }

    /// <summary>What ended it, as far as a view knows it.</summary>
    public (Stamp Stamp, DateOnly LastDay, string Reason)? EndIn(View view) =>
        End is { } end && view.Knows(end.Stamp.Sequence) ? end : null;

    /// <summary>Whether it holds on a day, by what a view knows.</summary>
    public bool Holds(DateOnly day, View view) => view.Knows(Stamp.Sequence) && From <= day && IsOpen(day, view);

    /// <summary>Whether it holds on a day, or begins after it.</summary>
    public bool IsOpen(DateOnly day, View view) =>
        (Until is not { } until || day <= until) && (EndIn(view) is not { } end || day <= end.LastDay);
}

/// <summary>One emergency access.</summary>
public sealed class Emergency
{
    internal Emergency(Stamp stamp, GlassBroken fact)
    {
        Stamp = stamp;
        Fact = fact;
    }

    /// <summary>The entry with which it began.</summary>
    public Stamp Stamp { get; }

    /// <summary>What was taken.</summary>
    public GlassBroken Fact { get; }

    /// <summary>Its review, or null.</summary>
    public (Stamp Stamp, GlassReviewed Fact)? Review { get; internal set; }
}
