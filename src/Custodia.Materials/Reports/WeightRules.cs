namespace Custodia.Materials.Reports;

/// <summary>What both layouts ask of the weights of an entry.</summary>
internal static class WeightRules
{
    /// <summary>A material that stands twice, or <c>null</c>.</summary>
    public static MaterialCode? Repeated(IReadOnlyList<Weight> weights)
    {
        for (var index = 1; index < weights.Count; index++)
        {
            if (weights.Take(index).Any(w => w.Material == weights[index].Material))
                return weights[index].Material;
        }

        return null;
    }
}
