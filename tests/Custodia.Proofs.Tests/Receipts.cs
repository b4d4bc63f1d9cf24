using System.Text;

namespace Custodia.Proofs.Tests;

/// <summary>
/// A receipt and its keys that were made by a script in another language, with that language's cryptography: entry
/// 700 of "entry 0" to "entry 999" in a log signed by P-256, and the same checkpoint signed by Ed25519.
/// </summary>
internal static class Receipts
{
    public const string Origin = "custodia.example/xa";

    public const string EcdsaKey =
        "custodia.example/xa+a84864cc+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJ6jH5rD6I2ot3Ru6cUWgQz5zO" +
        "bySoQEIyw3/kr7/skhc4th" +
        "vnRFl+LCAkDV+d0cQiZmpfORKK4EIVUyZ97WDIU=";

    public const string Ed25519Key = "custodia.example/xa+947aec97+ATjWlddQicUl317p1r2Dd3BeaBJU7yLZ24Qm1LlyXqS1";

    public const string CheckpointText = "custodia.example/xa\n1000\nNGxrnLicS3b6ydyyDNqG46AcCldBfBOQKOrNRTj96Vs=\n";

    public const string Ed25519Signature =
        "— custodia.example/xa lHrsl9wbwUdCEltutvtQXuovm0GoVBPQAb1th26w6JogFizFqt/oSzATyykY5tJqzkt3z" +
        "1VzqxWjSoRNBg/fxpyCowc=\n";

    public const string EcdsaSignature =
        "— custodia.example/xa qEhkzDBEAiBy0FxYBqBMnLH9fqjCeF4kjH+5DEmVzwQtOCfh8D4Y2gIgHzhaiZtIgTI+v" +
        "+LRjO1PMg46StIVpv90" +
        "WhIQJkHIOyQ=\n";

    public const string IndependentText =
        """
        c2sp.org/tlog-proof@v1
        extra YmF0Y2ggVS0wMTE3
        index 700
        ftN29M4ILreg/hP/uQ+0Ha35H6gC83eWNLg1wTHQIKE=
        Qjtou+bPFZBg+Ez0EMOmp4hF+UFDWGrbe1UJ8e9Gaoc=
        XdFhFobaNgVYGgNEioms92wKAR+kk59OSs8MwUiA/5I=
        zIefs81oSA3lA3k/ScT+1YeSkBfV1NPipry98Ben/hY=
        xOvHjlTncfL26WOT7VffqCq/bij47qBMyyBBFNoB368=
        aYMbA6EgqS9fn/5sj8Lpc5VQYYq3yvRkqmxWOfRrWqg=
        7PXCuV5tIXiOcU0crTYRhlPumQkveFItQ/wYD8y/lAY=
        3sMtuNur8EtlIgYOK+9QOKcWCz5aHlG77+ghroOZ7dU=
        oA+hI5LVOb8oze41rEJt6z6YjQg78xVxljeEJVH8E1w=
        xtuUnnbP1dYUB8c6SBkhJlqwJOphMdAtxrcN79/U+to=


        """ + CheckpointText + "\n" + EcdsaSignature;

    public static byte[] Independent => Encoding.UTF8.GetBytes(IndependentText);

    public static byte[] Entry => "entry 700"u8.ToArray();

    public static VerifierKey Key(string line)
    {
        Assert.True(VerifierKey.TryParse(line, out var key, out var fault), fault.ToString());
        return key;
    }
}
