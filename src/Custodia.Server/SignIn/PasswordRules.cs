using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Custodia.Books;

namespace Custodia.Server.SignIn;

/// <summary>
/// Which passwords are taken: 12 to 128 characters, of which at least 8 lie outside what is guessed first: common words
/// (also with digits and signs for letters), rows of the keyboard, sequences, repetitions, years, and the names around it.
/// </summary>
/// <remarks>
/// Pure. Lengths follow NIST SP 800-63B §3.1.1.2 (at least 8, at least 64 allowed) and are stricter; its blocklist is
/// replaced by rules, since no list may be fetched. No mixture of character classes is asked for, as it advises.
/// </remarks>
public static partial class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 12;

    /// <summary>The most characters.</summary>
    public const int MaxLength = 128;

    /// <summary>The fewest characters beside all that is guessed first.</summary>
    public const int MinFreeLength = 8;

    private const string Field = "password";
    private const int MinRun = 4;
    private const int MinSame = 3;
    private const int MaxUnit = 24;

    private static readonly string[] Product = ["custodia", "衡守"];

    private static readonly string[] Rows =
    [
        "`1234567890-=", "~!@#$%^&*()_+", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./", "qazwsxedcrfvtgbyhnujm",
        "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/", "789456123", "azertyuiop", "qwertzuiop",
    ];

    private static readonly string[] Walks = [.. Rows, .. Rows.Select(row => new string([.. row.Reverse()]))];

    /// <summary>
    /// The form in which passwords are compared and hashed: NFKC, so that the same text from another keyboard is the same
    /// (SP 800-63B §3.1.1.2). Null: it is no text.
    /// </summary>
    public static string? Normal(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Says what must be changed; nothing where the password is taken.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="names">Id and names of the person, of the organisation and of the State.</param>
    public static IReadOnlyList<Refusal> Check(string password, IEnumerable<string> names)
    {
        if (Normal(password) is not { } text || text.Any(char.IsControl))
            return [PasswordRefusals.Characters.In(Field)];
        var length = text.EnumerateRunes().Count();
        if (length < MinLength)
            return [PasswordRefusals.TooShort.In(Field, $"≥ {MinLength}", Number(length))];
        if (length > MaxLength)
            return [PasswordRefusals.TooLong.In(Field, $"≤ {MaxLength}", Number(length))];

        var weak = new Cover(text.ToLowerInvariant());
        List<RefusalCode> found = [];
        void Look(RefusalCode reason, bool isThere)
        {
            if (isThere)
                found.Add(reason);
        }

        Look(PasswordRefusals.Name, weak.AddWords(WordsOf(names.Concat(Product))));
        Look(PasswordRefusals.Common, weak.AddWords(CommonWords.All));
        Look(PasswordRefusals.Keyboard, AddWalks(weak));
        Look(PasswordRefusals.Sequence, AddSequences(weak));
        Look(PasswordRefusals.Repeated, AddRepeats(weak));
        Look(PasswordRefusals.Year, weak.AddMatches(Year()));
        var free = weak.Free;
        return free >= MinFreeLength ? [] : [.. found.Select(reason => reason.In(Field, $"≥ {MinFreeLength}", Number(free)))];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> WordsOf(IEnumerable<string> names) =>
        from name in names
        from word in Word().Matches((Normal(name) ?? "").ToLowerInvariant()).Select(match => match.Value)
        where word.Length >= (word[0] > '\u2E7F' ? 2 : 3)
        select word;

    private static bool AddWalks(Cover weak)
    {
        var isThere = false;
        var text = weak.Text;
        for (var start = 0; start + MinRun <= text.Length; start++)
        {
            var run = MinRun - 1;
            while (start + run < text.Length && Walks.Any(row => row.Contains(text.Substring(start, run + 1), StringComparison.Ordinal)))
                run++;
            if (run >= MinRun)
                isThere |= weak.Add(start, run);
        }

        return isThere;
    }

    // abcd, 4321: neighbours in the order of Unicode.
    private static bool AddSequences(Cover weak)
    {
        var isThere = false;
        var text = weak.Text;
        foreach (var step in (int[])[1, -1])
        {
            for (var start = 0; start + MinRun <= text.Length; start++)
            {
                var run = 1;
                while (start + run < text.Length && text[start + run] - text[start + run - 1] == step)
                    run++;
                if (run >= MinRun)
                    isThere |= weak.Add(start, run);
            }
        }

        return isThere;
    }

    // aaa, and a part that comes again right behind itself: the first counts, its repetitions do not.
    private static bool AddRepeats(Cover weak)
    {
        var isThere = false;
        var text = weak.Text;
        for (var unit = 1; unit <= Math.Min(MaxUnit, text.Length / 2); unit++)
        {
            for (var start = unit; start + unit <= text.Length; start++)
            {
                var same = 0;
                while (start + same < text.Length && text[start + same] == text[start + same - unit])
                    same++;
                if (same >= unit && same >= MinSame - 1)
                    isThere |= weak.Add(start, same);
            }
        }

        return isThere;
    }

    [GeneratedRegex("(?:19|20)[0-9]{2}(?:[0-9]{4}|[-/.]?[0-9]{2}[-/.]?[0-9]{2})?|民國?[0-9]{2,3}")]
    private static partial Regex Year();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>Marks the characters of a password that are guessed first.</summary>
    private sealed class Cover
    {
        private readonly bool[] _covered;
        private readonly string[] _readings;

        public Cover(string text)
        {
            Text = text;
            _covered = new bool[text.Length];
            _readings = [text, Read(text, 'i'), Read(text, 'l')];
        }

        public string Text { get; }

        public int Free => Text.Where((letter, index) => !_covered[index] && !char.IsLowSurrogate(letter)).Count();

        public bool Add(int start, int length)
        {
            _covered.AsSpan(start, length).Fill(true);
            return true;
        }

        public bool AddWords(IEnumerable<string> words)
        {
            var isThere = false;
            foreach (var word in words)
            {
                foreach (var reading in _readings)
                {
                    for (var at = reading.IndexOf(word, StringComparison.Ordinal); at >= 0;
                         at = reading.IndexOf(word, at + 1, StringComparison.Ordinal))
                        isThere |= Add(at, word.Length);
                }
            }

            return isThere;
        }

        public bool AddMatches(Regex pattern)
        {
            var isThere = false;
            foreach (Match match in pattern.Matches(Text))
                isThere |= Add(match.Index, match.Length);
            return isThere;
        }

        // One letter for one sign, so that places stay the same.
        private static string Read(string text, char letter) => new(
        [
            .. text.Select(found => found switch
            {
                '@' or '4' => 'a',
                '3' => 'e',
                '1' or '!' or '|' => letter,
                '0' => 'o',
                '$' or '5' => 's',
                '7' or '+' => 't',
                '8' => 'b',
                '9' => 'g',
                _ => found,
            }),
        ]);
    }
}
