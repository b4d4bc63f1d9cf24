namespace Custodia.Books.Access;

/// <summary>Why the gate does not let a command or query through.</summary>
public static class AccessRefusals
{
    /// <summary>Nobody is signed in, or the session has ended.</summary>
    public static readonly RefusalCode SignInRequired = new("access.sign-in-required",
        new("Nobody is signed in, or the session has ended.", "尚未登入，或工作階段已結束。"),
        new("Sign in; programs send a token.", "請登入；程式請附權杖。"));

    /// <summary>The caller does not hold the permission anywhere.</summary>
    public static readonly RefusalCode NotAllowed = new("access.not-allowed",
        new("You do not hold the permission that this needs.", "您未具備此項作業所需之權限。"),
        new("Ask your administrator for a role that has it, or somebody who holds it to do it.", "請向管理員申請具此權限之角色，或請具權限者辦理。"));

    /// <summary>The caller holds the permission, but not there.</summary>
    public static readonly RefusalCode NotHere = new("access.not-here",
        new("Your role does not reach to there, or there is no such place.", "您的角色範圍不及於此，或查無此處。"),
        new("Correct the code, or ask your administrator to extend your appointment.", "請更正代碼，或請管理員擴大您的職務範圍。"));

    /// <summary>The caller is not cleared for the content.</summary>
    public static readonly RefusalCode Withheld = new("access.withheld",
        new("What is kept there is withheld: you are not cleared for it.", "內容不予顯示：您未具該區隔之知悉授權。"),
        new("Ask the security officer for a clearance, if your task needs it.", "如職務所需，請向保安官申請知悉授權。"));

    /// <summary>A role requires a certificate that is missing or has expired.</summary>
    public static readonly RefusalCode CertificateMissing = new("access.certificate-missing",
        new("The role requires a certificate that you do not hold, or that has expired.", "該角色要求之證書您尚未取得或已逾期。"),
        new("Have the training renewed and recorded; the right returns on that day.", "請完成複訓並登載；權限自該日恢復。"));
}
