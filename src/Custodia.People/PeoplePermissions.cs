namespace Custodia.People;

/// <summary>The permissions of this book.</summary>
public static class PeoplePermissions
{
    /// <summary>To see who holds which rights.</summary>
    public const string Read = "people.read";

    /// <summary>To register people and appoint them.</summary>
    public const string Manage = "people.manage";

    /// <summary>To clear people for compartments.</summary>
    public const string Clear = "people.clear";

    /// <summary>To approve roles and appointments with approval rights.</summary>
    public const string Approve = "people.approve";

    /// <summary>To break the glass.</summary>
    public const string BreakGlass = "people.break-glass";

    /// <summary>To review breakings of the glass.</summary>
    public const string Review = "people.review";

    /// <summary>To read the access log.</summary>
    public const string AccessLog = "access.read";
}
