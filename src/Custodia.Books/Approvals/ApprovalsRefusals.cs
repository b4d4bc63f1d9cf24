namespace Custodia.Books.Approvals;

/// <summary>Why a proposal is not made, approved, rejected or withdrawn.</summary>
public static class ApprovalsRefusals
{
    /// <summary>No such proposal.</summary>
    public static readonly RefusalCode Unknown = new("approvals.unknown",
        new("There is no proposal of that number that you may decide on.", "查無此編號且得由您決定之提案。"),
        new("Take the number from the list of proposals.", "請由提案清單取得編號。"));

    /// <summary>It was decided already, or has expired.</summary>
    public static readonly RefusalCode NotOpen = new("approvals.not-open",
        new("The proposal is not open any more.", "該提案已非待核狀態。"),
        new("If it is still wanted, have it proposed anew.", "如仍有需要，請重新提案。"));

    /// <summary>The same person.</summary>
    public static readonly RefusalCode OwnProposal = new("approvals.own-proposal",
        new("Nobody approves or rejects a proposal of their own.", "不得核可或駁回本人之提案。"),
        new("Have another person decide, or withdraw it.", "請由他人決定，或自行撤回。"));

    /// <summary>Somebody else's.</summary>
    public static readonly RefusalCode NotYours = new("approvals.not-yours",
        new("Only who made a proposal withdraws it.", "僅提案人得撤回提案。"),
        new("Reject it instead, if you hold the right.", "如具權限，請改以駁回。"));

    /// <summary>Rejected without a reason.</summary>
    public static readonly RefusalCode ReasonMissing = new("approvals.reason-missing",
        new("A rejection says why.", "駁回須敘明理由。"),
        new("Give the reason in 1 to 500 characters.", "請以 1 至 500 字敘明理由。"));

    /// <summary>More than one place.</summary>
    public static readonly RefusalCode OnePlace = new("approvals.one-place",
        new("What needs two persons concerns one place at a time.", "須雙人核可之作業，每次以一處為限。"),
        new("Give one command for each place.", "請就各處分別提出。"));

    /// <summary>The proposer holds the right no longer.</summary>
    public static readonly RefusalCode ProposerNotAllowed = new("approvals.proposer-not-allowed",
        new("Who proposed this holds the right to it no longer.", "提案人已不具此項權限。"),
        new("Reject it; somebody who holds the right proposes anew.", "請予駁回，並由具權限者重新提案。"));
}
