using System.Collections.Frozen;

namespace Custodia.Commitments.Missions;

/// <summary>A question that a State asks itself.</summary>
/// <param name="Id">Its id: that of its set and a number.</param>
/// <param name="Text">The question.</param>
/// <param name="Follows">The publications whose sense it follows.</param>
public sealed record Question(string Id, Words Text, IReadOnlyList<string> Follows);

/// <summary>Questions on one area.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Part">Number of the area in the register's programme of self-assessment.</param>
/// <param name="Name">Its name.</param>
/// <param name="Questions">The questions.</param>
public sealed record QuestionSet(string Id, string Part, Words Name, IReadOnlyList<Question> Questions);

/// <summary>The sets of questions that come with the program, in its own words.</summary>
public static class QuestionSets
{
    private static readonly FrozenDictionary<string, Question> ById;

    static QuestionSets()
    {
        All = RegisterFile.Read<QuestionSet>("questions");
        ById = All.SelectMany(set => set.Questions).ToFrozenDictionary(question => question.Id, StringComparer.Ordinal);
    }

    /// <summary>All, in the order of the areas.</summary>
    public static IReadOnlyList<QuestionSet> All { get; }

    /// <summary>The set of that id, or <c>null</c>.</summary>
    public static QuestionSet? Find(string id) => All.FirstOrDefault(set => set.Id == id);

    /// <summary>The question of that id, or <c>null</c>.</summary>
    public static Question? QuestionOf(string id) => ById.GetValueOrDefault(id);
}
