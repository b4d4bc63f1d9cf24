using Custodia.Books;
using Custodia.People.Access;
using Custodia.Server.Api;
using Custodia.Server.SignIn;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Custodia.SignIn.Tests;

public sealed class RulesTests
{
    private static readonly string[] Names = ["wu.mei", "Wu Mei-Ling", "吳美玲", "Zedland Atomic Office"];

    [Fact]
    public async Task What_could_not_be_recorded_as_seen_is_refused_by_the_api_with_the_reason()
    {
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UseApiGuard();
        app.Run(_ => throw new AccessLogException(BooksRefusals.DiskFull.At(default)));
        var context = new DefaultHttpContext { Request = { Path = "/api/v1/materials/batches", Method = "GET" } };
        using var body = new MemoryStream();
        context.Response.Body = body;
        await app.Build()(context);
        Assert.Equal(StatusCodes.Status507InsufficientStorage, context.Response.StatusCode);
        Assert.Contains("books.disk-full", System.Text.Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seven lanterns over a quiet harbour")]
    [InlineData("gravel plums bicycle")]
    [InlineData("十二個互不相干的詞與三隻貓")]
    [InlineData("xK9#mQ2$vL5&")]
    [InlineData("zedland has seven quiet bicycles")]
    public void A_password_of_unrelated_parts_is_taken(string password) => Assert.Empty(PasswordRules.Check(password, Names));

    [Theory]
    [InlineData("short", "password.too-short")]
    [InlineData("plums\u0007bicycles", "password.characters")]
    [InlineData("Custodia.Wu.Mei", "password.name")]
    [InlineData("吳美玲吳美玲衡守衡守吳美玲", "password.name")]
    [InlineData("P@ssw0rd!P@55word", "password.common")]
    [InlineData("Ｐａｓｓｗｏｒｄ　ｓｅｃｒｅｔ", "password.common")]
    [InlineData("qwertyuiop12", "password.keyboard")]
    [InlineData("1qaz2wsx3edc", "password.keyboard")]
    [InlineData("abcdefghijkl", "password.sequence")]
    [InlineData("lkjihgfedcba", "password.sequence")]
    [InlineData("aaaaaaaaaaaaaaa", "password.repeated")]
    [InlineData("plumplumplumplum", "password.repeated")]
    [InlineData("Ab1 2019-08-07", "password.year")]
    public void What_is_guessed_first_is_refused_with_what_to_change(string password, string code)
    {
        var refusals = PasswordRules.Check(password, Names);
        Assert.Contains(code, refusals.Select(refusal => refusal.Code));
        Assert.All(refusals, refusal => Assert.Equal("password", refusal.Place.Field));
    }

    [Fact]
    public void Half_of_a_character_is_no_password() =>
        Assert.Equal("password.characters", PasswordRules.Check("\ud800 plums bicycles", Names)[0].Code);

    [Fact]
    public void A_password_of_129_characters_is_too_long() =>
        Assert.Equal("password.too-long", PasswordRules.Check(string.Concat(Enumerable.Range(0, 129).Select(i => (char)('一' + (i * 37)))), Names)[0].Code);

    [Fact]
    public void Any_text_is_either_taken_or_refused_with_a_reason() => Prop.ForAll<string>(text =>
        text is null || PasswordRules.Check(text, Names).All(refusal => refusal.Reason.Remedy.Zh.Length > 0)).QuickCheckThrowOnFailure();

    // RFC 6238 Appendix B, SHA-1: the key is the ASCII text 12345678901234567890, the last six of the eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_is_taken_a_step_early_or_late_and_never_again()
    {
        var key = Totp.NewKey();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);
        for (var off = -3; off <= 3; off++)
            Assert.Equal(Math.Abs(off) <= 1 ? step + off : null, Totp.Match(key, Totp.CodeOf(key, step + off), now, -1));
        Assert.Null(Totp.Match(key, Totp.CodeOf(key, step), now, step));
        Assert.Null(Totp.Match(key, "", now, -1));
    }

    [Fact]
    public void One_time_codes_bear_what_hands_do_to_them()
    {
        var code = OneTimeCode.New(100);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$", code);
        var typed = " " + code.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", "", StringComparison.Ordinal);
        Assert.Equal(OneTimeCode.Digest(code), OneTimeCode.Digest(typed));
    }

    [Fact]
    public void The_wait_after_failures_grows_to_an_hour_and_is_not_lengthened_by_attempts_within_it()
    {
        var now = DateTimeOffset.UnixEpoch;
        var secrets = new PersonSecrets { Person = "wu", Stamp = "1" };
        var waits = new List<double>();
        for (var i = 0; i < 14; i++)
        {
            secrets = Lockout.Fail(secrets, now);
            waits.Add((secrets.LockedUntil - now)?.TotalMinutes ?? 0);
            if (secrets.LockedUntil is not null)
                Assert.Equal(secrets.LockedUntil, Lockout.Fail(secrets, now).LockedUntil);
            now = secrets.LockedUntil ?? now;
        }

        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60], waits);
        Assert.Equal(0, Lockout.Clear(secrets).Failures);
    }

    [Fact]
    public void Every_refusal_has_a_code_of_its_own_and_both_languages()
    {
        var codes = RefusalCatalogue.Of(typeof(SignInRefusals), typeof(PasswordRefusals));
        Assert.Equal(codes.Count, codes.Select(code => code.Code).Distinct().Count());
        Assert.All(codes, code => Assert.All(
            (string[])[code.Message.En, code.Message.Zh, code.Remedy.En, code.Remedy.Zh], text => Assert.NotEmpty(text)));
    }

    // ISO/IEC 18004: the example HELLO WORLD of version 1-M is the usual check of the remainder; Annexes C and D give the others.
    [Fact]
    public void The_parts_of_a_picture_are_those_of_the_standard()
    {
        byte[] data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
        Assert.Equal([196, 35, 39, 119, 235, 215, 231, 226, 93, 23], QrCode.Correction(data, 10));
        Assert.Equal(0b101010000010010, QrCode.FormatBits(0));
        Assert.Equal(0b100000011001110, QrCode.FormatBits(5));
        Assert.Equal(0b000111110010010100, QrCode.VersionBits(7));
        Assert.Null(QrCode.Of(new string('x', QrCode.MaxBytes + 1)));
        for (var length = 0; length <= QrCode.MaxBytes; length++)
            Assert.NotNull(QrCode.Of(new string('x', length)));
    }
}
