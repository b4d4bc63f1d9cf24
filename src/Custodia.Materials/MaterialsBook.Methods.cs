using Custodia.Books;
using Custodia.Materials.Measurement;

namespace Custodia.Materials;

/// <content>The fold of measurement methods.</content>
public sealed partial class MaterialsBook
{
    private void ApplyMethod(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case MethodRegistered registered:
                _mbas[registered.Method.Mba].Methods.Add(new RegisteredMethod(stamp, registered.Method));
                break;
            case MethodRecalibrated recalibrated:
                Method(recalibrated.Mba, recalibrated.Code).Recalibrations.Add((stamp, recalibrated));
                break;
            case MethodWithdrawn withdrawn:
                Method(withdrawn.Mba, withdrawn.Code).Withdrawal = (stamp, withdrawn);
                break;
            default:
                ApplyAlarm(stamp, fact);
                break;
        }
    }

    private RegisteredMethod Method(string mba, string code) => _mbas[mba].Methods.Find(known => known.Method.Code == code)!;
}
