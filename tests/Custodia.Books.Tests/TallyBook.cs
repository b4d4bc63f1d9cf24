using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Custodia.Books.Access;
using Custodia.Books.Approvals;

namespace Custodia.Books.Tests;

/// <summary>The smallest book that shows what the library does: a tally that never falls below zero.</summary>
public sealed class TallyBook : Book
{
    public static readonly RefusalCode BelowZero = new(
        "tally.below-zero", new("The tally would fall below zero.", "計數將為負值。"), new("Take less.", "請減少。"));

    private readonly List<(long Sequence, DateOnly Day, int Number, string Compartment)> _numbers = [];

    public override string Name => "tally";

    public override KindTable Kinds { get; } = new KindTable()
        .Add("counted", TallyJson.Default.Counted, Lift)
        .Add("poisoned", TallyJson.Default.Poisoned);

    public override Catalogue Catalogue { get; } = new Catalogue()
        .Command<TallyBook, Count>("count", "tally.count", new("Count.", "計數。"), Decide, (_, count) => count.Compartment.Length > 0 ? [Target.In(count.Compartment)] : [Target.At(Places.State)],
            new TwoPersons<TallyBook, Count>("tally.approve", (_, count) => count.Numbers.Any(number => number >= 100)))
        .Command<TallyBook, Poison>("poison", "tally.count", new("Break the fold.", "破壞。"),
            (_, _, _) => Decision.Accept(new Poisoned("x")), Target.State)
        .Command<TallyBook, CountTwice>("count-twice", "tally.count", new("Count in several.", "分別計數。"),
            (_, count, context) => Decision.Accept([.. count.Compartments.Select(_ =>
                new Counted(count.Number / count.Compartments.Count, context.Today, ""))]),
            (_, count) => count.Compartments.Select(name => name.Length > 0 ? Target.In(name) : Target.At(Places.State)),
            TwoPersons<TallyBook, CountTwice>.Always("tally.approve"))
        .Query<TallyBook, HowMany, int>("total", "tally.read", new("The total.", "總數。"), (book, _, view) => book.Total(view), Target.None);

    /// <summary>Facts that could not be read because their body is sealed.</summary>
    public int WithheldFacts { get; private set; }

    public override string ReadPermission => "tally.read";

    public int Total(View view) => _numbers
        .Where(n => view.Sees(n.Sequence, n.Day) && view.Of(n.Compartment) == Visibility.Open).Sum(n => n.Number);

    protected override void Apply(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case Counted counted:
                _numbers.Add((stamp.Sequence, counted.Day, counted.Number, counted.Compartment));
                break;
            case Withheld:
                WithheldFacts++;
                break;
            default:
                throw new InvalidOperationException("poison");
        }
    }

    private static Decision Decide(TallyBook book, Count command, DecisionContext context)
    {
        var total = book.Total(View.Everything);
        foreach (var number in command.Numbers)
        {
            total += number;
            if (total < 0)
                return Decision.Refuse(BelowZero.In("numbers", "≥ 0", $"{total}"));
        }

        return Decision.Accept([.. command.Numbers.Select(n => new Counted(n, command.Day ?? context.Today, command.Compartment))]);
    }

    // Version 1 called the number "n" and had no day.
    private static JsonObject Lift(JsonObject old) => new()
    {
        ["number"] = old["n"]!.DeepClone(),
        ["day"] = "2020-01-01",
        ["secret"] = "",
    };
}

public sealed record Count(IReadOnlyList<int> Numbers, DateOnly? Day = null, string Compartment = "");

/// <summary>Counts in several compartments at once, always with a second person; with as much besides as is wanted.</summary>
public sealed record CountTwice(IReadOnlyList<string> Compartments, int Number, IReadOnlyList<int>? Ballast = null);

public sealed record Poison;

public sealed record HowMany;

public sealed record Counted(int Number, DateOnly Day, string Secret) : Fact
{
    public override string Compartment => Secret;
}

public sealed record Poisoned(string Why) : Fact;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Counted))]
[JsonSerializable(typeof(Poisoned))]
public sealed partial class TallyJson : JsonSerializerContext;
