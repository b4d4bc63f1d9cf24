using Custodia.Books;

namespace Custodia.Server.SignIn;

/// <summary>Why somebody is not let in.</summary>
public static class SignInRefusals
{
    /// <summary>Signed in, but not for this.</summary>
    public static readonly RefusalCode Forbidden = new("signin.forbidden",
        new("Whoever is signed in may not do this.", "登入者無權執行此操作。"),
        new("Ask an administrator for the role that it needs.", "請向管理員申請所需角色。"));

    /// <summary>Name, password or code are not right, or the person is locked out: deliberately one answer.</summary>
    public static readonly RefusalCode Failed = new("signin.failed",
        new("The name and the password do not fit together, or there were too many failures.", "帳號與密碼不符，或失敗次數過多。"),
        new("Try again with care; after five failures wait a minute, and longer after each further one. "
            + "An administrator can give a code for a new password.",
            "請仔細重試；失敗五次後須等待一分鐘，其後每次失敗等待更久。管理員可提供設定新密碼之代碼。"));

    /// <summary>The password of the sample accounts, elsewhere than in the sample.</summary>
    public static readonly RefusalCode SampleOnly = new("signin.sample-only",
        new("This is the password of the sample accounts, and these books are not the sample State's.", "此為範例帳號之密碼，惟本帳冊並非示範國之帳冊。"),
        new("Sign in with an account of your own, or start the sample: custodia up in a new folder.", "請以本人帳號登入，或於新資料夾執行 custodia up 以啟動範例。"));

    /// <summary>The code of the second step is not right.</summary>
    public static readonly RefusalCode CodeFailed = new("signin.code-failed",
        new("The code is not right, was used before, or there were too many failures.", "驗證碼不正確、已使用過，或失敗次數過多。"),
        new("Wait for the next code of the app, check the clock of the telephone, or use a recovery code.", "請等待應用程式產生下一組驗證碼並確認手機時間，或使用復原碼。"));

    /// <summary>The password was right and a code is asked for.</summary>
    public static readonly RefusalCode CodeNeeded = new("signin.code-needed",
        new("A code of the code app, or a recovery code, is needed as well.", "另須輸入驗證應用程式之驗證碼或復原碼。"),
        new("Send it in the field code.", "請於 code 欄位提供。"));

    /// <summary>Between the two steps too much time went by.</summary>
    public static readonly RefusalCode Expired = new("signin.expired",
        new("Too much time has passed since the password.", "輸入密碼後已逾時。"),
        new("Begin again with name and password.", "請重新輸入帳號與密碼。"));

    /// <summary>Roles need a second factor that the person does not have yet.</summary>
    public static readonly RefusalCode SecondFactorRequired = new("signin.second-factor-required",
        new("This person's roles need a second factor, and none is set up.", "此人之角色須具備第二驗證因素，惟尚未設定。"),
        new("Sign in on the pages and set up a code app or a passkey.", "請至網頁登入並設定驗證應用程式或通行金鑰。"));

    /// <summary>Too many attempts.</summary>
    public static readonly RefusalCode TooMany = new("signin.too-many",
        new("Too many attempts came from this address or for this name.", "此位址或此帳號之嘗試次數過多。"),
        new("Wait a minute.", "請等待一分鐘。"));

    /// <summary>A one-time code for the first run or for a new password.</summary>
    public static readonly RefusalCode OneTimeCode = new("signin.one-time-code",
        new("The one-time code is not right, was used, or has expired.", "一次性代碼不正確、已使用或已逾期。"),
        new("Copy it again with care, or ask for a new one.", "請仔細重新輸入，或索取新代碼。"));

    /// <summary>A passkey that does not verify.</summary>
    public static readonly RefusalCode PasskeyFailed = new("signin.passkey-failed",
        new("The passkey was not accepted.", "通行金鑰未獲接受。"),
        new("Try again, or sign in with name and password.", "請再試一次，或以帳號與密碼登入。"));

    /// <summary>A change of how one signs in needs a fresh sign-in.</summary>
    public static readonly RefusalCode NotFresh = new("signin.not-fresh",
        new("To change how you sign in, you must have signed in within the last quarter of an hour.", "變更登入方式須於十五分鐘內登入過。"),
        new("Sign in again, then repeat it.", "請重新登入後再試。"));

    /// <summary>One's own sign-in, where that of others is looked after.</summary>
    public static readonly RefusalCode OwnAccount = new("signin.own-account",
        new("Your own sign-in is not looked after here.", "不得於此管理本人之登入。"),
        new("Use the page of your account, or have another administrator do it.", "請使用您的帳號頁面，或請其他管理員辦理。"));

    /// <summary>A way to sign in that is not for a person, or not for a device.</summary>
    public static readonly RefusalCode NotForThis = new("signin.not-for-this",
        new("A person signs in on the pages, a device with a token or a certificate.", "人員於頁面登入，裝置以權杖或憑證登入。"),
        new("Choose the way that fits.", "請改用相符之方式。"));

    /// <summary>Two fields that must be the same are not.</summary>
    public static readonly RefusalCode NotSame = new("signin.not-same",
        new("The two entries of the new password are not the same.", "兩次輸入之新密碼不一致。"),
        new("Type it again in both fields.", "請於兩欄重新輸入。"));

    /// <summary>A name of a person that cannot be one.</summary>
    public static readonly RefusalCode PersonId = new("signin.person-id",
        new("This cannot be the name of an account.", "此名稱不得作為帳號。"),
        new("Use 3 to 32 of: small letters, digits, dot, hyphen; the first is a letter, the last none of the signs. Each account has its own.", "請使用 3 至 32 個小寫字母、數字、句點或連字號，首字為字母，末字非符號；各帳號不得重複。"));

    /// <summary>A field that must be filled in.</summary>
    public static readonly RefusalCode Missing = new("signin.missing",
        new("This field is empty or too long.", "此欄位空白或過長。"),
        new("Fill it in.", "請填寫。"));

    /// <summary>An API token that cannot be made so.</summary>
    public static readonly RefusalCode TokenLimits = new("signin.token-limits",
        new("A token of this kind cannot be made.", "無法建立此種權杖。"),
        new("Give a name of 1 to 64 characters, known scopes and 1 to 366 days; a person has at most 20 tokens: revoke one first.",
            "請給予 1 至 64 字之名稱、已知之範圍及 1 至 366 日之期限；每人至多 20 個權杖，請先撤銷一個。"));

    /// <summary>A certificate that cannot be added.</summary>
    public static readonly RefusalCode CertificateTaken = new("signin.certificate-taken",
        new("This is not the SHA-256 of a certificate, or it is in use already.", "此值並非憑證之 SHA-256，或已有使用者。"),
        new("Give 64 hexadecimal digits; each certificate belongs to one device.", "請提供 64 個十六進位數字；每張憑證僅屬一個裝置。"));

    /// <summary>The form may have been sent by another site, or is too old.</summary>
    public static readonly RefusalCode StaleForm = new("signin.stale-form",
        new("The form is too old, or did not come from this server.", "表單已過期，或非由本伺服器提供。"),
        new("Load the page again and repeat it.", "請重新載入頁面後再試。"));
}

/// <summary>Why a password is not taken (<see cref="PasswordRules"/>).</summary>
public static class PasswordRefusals
{
    /// <summary>The password of the sample accounts.</summary>
    public static readonly RefusalCode Sample = new("password.sample",
        new("This is the password of the sample accounts, which everybody knows.", "此為範例帳號之密碼，已廣為人知。"),
        new("Choose another.", "請另行選擇。"));

    /// <summary>Too short.</summary>
    public static readonly RefusalCode TooShort = new("password.too-short",
        new("The password is too short.", "密碼過短。"),
        new("Use twelve characters or more: several words that do not belong together are easy to keep in mind.", "請使用十二個以上字元：數個互不相關的詞便於記憶。"));

    /// <summary>Too long.</summary>
    public static readonly RefusalCode TooLong = new("password.too-long",
        new("The password is too long.", "密碼過長。"),
        new("Use at most 128 characters.", "請使用至多 128 個字元。"));

    /// <summary>Control characters, or no text at all.</summary>
    public static readonly RefusalCode Characters = new("password.characters",
        new("The password has characters that cannot be typed everywhere.", "密碼含有無法於各處輸入之字元。"),
        new("Use letters, digits, signs and blanks.", "請使用文字、數字、符號與空格。"));

    /// <summary>Names around it.</summary>
    public static readonly RefusalCode Name = new("password.name",
        new("Too much of the password is a name: of the product, the State, the organisation or the person.", "密碼大部分為名稱：產品、國家、機構或個人之名。"),
        new("Leave the names out, or add words that have nothing to do with them.", "請去除名稱，或加上與其無關的詞。"));

    /// <summary>Common words.</summary>
    public static readonly RefusalCode Common = new("password.common",
        new("Too much of the password is a word that is guessed first; digits and signs for letters do not help.", "密碼大部分為最先被猜測之詞；以數字或符號代替字母亦無助益。"),
        new("Take other words, or more of them.", "請改用其他詞，或增加詞數。"));

    /// <summary>Rows of the keyboard.</summary>
    public static readonly RefusalCode Keyboard = new("password.keyboard",
        new("Too much of the password runs along the keyboard.", "密碼大部分為鍵盤上的連續按鍵。"),
        new("Leave the run out, or add words.", "請去除連續按鍵，或加上其他詞。"));

    /// <summary>Sequences.</summary>
    public static readonly RefusalCode Sequence = new("password.sequence",
        new("Too much of the password is a sequence such as abcd or 4321.", "密碼大部分為 abcd、4321 之類的序列。"),
        new("Leave the sequence out, or add words.", "請去除序列，或加上其他詞。"));

    /// <summary>Repetitions.</summary>
    public static readonly RefusalCode Repeated = new("password.repeated",
        new("Too much of the password is a repetition.", "密碼大部分為重複內容。"),
        new("Say each part once, and add others.", "各部分僅用一次，並加上其他內容。"));

    /// <summary>Years.</summary>
    public static readonly RefusalCode Year = new("password.year",
        new("Too much of the password is a year or a date.", "密碼大部分為年份或日期。"),
        new("Leave the date out, or add words.", "請去除日期，或加上其他詞。"));
}
