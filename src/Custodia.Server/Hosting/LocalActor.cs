using System.Text;
using Custodia.Books;

namespace Custodia.Server.Hosting;

/// <summary>The person at this machine, by the name that the system knows.</summary>
public static class LocalActor
{
    private const int MaxBytes = 64;

    /// <summary>The user of this process.</summary>
    public static Actor Current { get; } = new(Short(Environment.UserName));

    private static string Short(string name)
    {
        var end = Math.Min(name.Length, MaxBytes);
        while (Encoding.UTF8.GetByteCount(name.AsSpan(0, end)) > MaxBytes)
            end--;
        return end > 0 ? name[..end] : "local";
    }
}
