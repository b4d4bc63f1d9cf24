namespace Custodia.Server.Components;

/// <summary>A page on what was promised: judged on the day that its address names, or today.</summary>
public abstract class CommitmentsPage : BookPage
{
    /// <summary>The clock.</summary>
    [Microsoft.AspNetCore.Components.Inject]
    public TimeProvider Time { get; set; } = null!;

    /// <summary>The day on which it is judged.</summary>
    protected DateOnly Day => AsOf.Date ?? DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        AskAnew();
        Read();
    }

    /// <summary>Asks what the page shows, where its lists do not ask by themselves.</summary>
    protected virtual void Read()
    {
    }

    /// <summary>The path of a promise.</summary>
    protected string ItemPath(string id) => Link("/commitments/items/" + id);

    /// <summary>The path of an indicator.</summary>
    protected string IndicatorPath(string id) => Link("/commitments/indicators/" + id);
}
