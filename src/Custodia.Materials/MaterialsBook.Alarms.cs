using Custodia.Books;
using Custodia.Materials.Evaluation;

namespace Custodia.Materials;

/// <content>The fold of alarms that were closed.</content>
public sealed partial class MaterialsBook
{
    private void ApplyAlarm(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case AlarmClosed closed:
                _mbas[closed.Mba].AlarmClosings.Add(new AlarmClosing(stamp, closed));
                break;
            case AlarmReopened reopened:
                _mbas[reopened.Mba].AlarmClosings.Find(closing => closing.Stamp.Sequence == reopened.Entry)!.Reopened = stamp;
                break;
            default:
                throw new InvalidOperationException($"The materials book has no fold for {fact.GetType().Name}.");
        }
    }
}
