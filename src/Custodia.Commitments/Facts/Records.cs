using Custodia.Books;

namespace Custodia.Commitments.Facts;

/// <summary>What a State does with an instrument.</summary>
public enum ActType
{
    /// <summary>Signs it.</summary>
    Sign,

    /// <summary>Ratifies it.</summary>
    Ratify,

    /// <summary>Accepts it.</summary>
    Accept,

    /// <summary>Approves it.</summary>
    Approve,

    /// <summary>Accedes to it.</summary>
    Accede,

    /// <summary>Joins a body, or subscribes to a circular or code; writes the letter that a code asks for.</summary>
    Join,

    /// <summary>Gives a notification that it asks for.</summary>
    Notify,

    /// <summary>Carries it out without being able to deposit an instrument.</summary>
    Align,

    /// <summary>Withdraws from it.</summary>
    Withdraw,
}

/// <summary>Records what the State did with an instrument, body, code or circular of the register.</summary>
/// <param name="Instrument">Its id in the register.</param>
/// <param name="Act">What was done.</param>
/// <param name="On">The day.</param>
/// <param name="Document">The document that shows it: number, or SHA-256 of the file kept.</param>
/// <param name="Note">A note, such as a reservation.</param>
public sealed record RecordAct(
    [Meaning("Id in the register, such as cppnm", "登記冊之識別碼，如 cppnm")] string Instrument,
    [Meaning("What was done", "行為")] ActType Act,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Document that shows it", "證明文件")] string Document,
    [Meaning("Note, such as a reservation", "備註，如保留")] string? Note = null);

/// <summary>Takes an act back that was recorded wrongly.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record TakeBackAct(
    [Meaning("Entry that recorded it", "原登載分錄")] long Entry,
    [Meaning("Why", "理由")] string Reason);

/// <summary>Says what kind of State this is towards the depositaries of treaties.</summary>
/// <param name="DepositaryEligible">
/// Whether depositaries take its instruments. Where not, it is shown as carrying an instrument out, never as a party.
/// </param>
/// <param name="Reason">On what that rests.</param>
public sealed record SetProfile(
    [Meaning("Whether depositaries take its instruments", "存放機關是否受理本國文書")] bool DepositaryEligible,
    [Meaning("On what that rests", "依據")] string Reason);
