using System.Text;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Cases;

namespace Custodia.Statistics.Tests.Cases;

/// <summary>A folder of a case, in memory.</summary>
internal sealed class Folder
{
    private readonly Dictionary<string, byte[]> _files = [];

    /// <summary>The area of four periods that was worked by hand, as files.</summary>
    public static Folder Tiny { get; } = new Folder()
        .With("case.json", """
            {
              "name": "tiny", "note": "by hand", "mass_unit": "kg", "time_unit": "h", "mbp": 10, "periods": 4, "elements": ["Pu"],
              "locations": [
                {"id": "in_1", "kind": "input", "type": "discrete", "file": "in_1.csv", "sigma_random": 0.01, "sigma_systematic": 0.02},
                {"id": "inv_1", "kind": "inventory", "type": null, "file": "inv_1.csv", "sigma_random": 0.02, "sigma_systematic": 0.01},
                {"id": "out_1", "kind": "output", "type": "discrete", "file": "out_1.csv", "sigma_random": 0.01, "sigma_systematic": 0.005}
              ]
            }
            """)
        .With("in_1.csv", "time,Pu\n2,5\n7,5\n13,6\n17,4\n23,5\n28,5\n36,10\n41,1\n")
        .With("inv_1.csv", "time,Pu\n0,20\n10,21\n20,20\n30,22\n40,23\n41,23\n")
        .With("out_1.csv", "time,Pu\n5,9\n15,10.5\n25,8.5\n35,8\n");

    public Folder With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public Folder With(string name, byte[] content)
    {
        var copy = new Folder();
        foreach (var (known, bytes) in _files)
            copy._files[known] = bytes;
        copy._files[name] = content;
        return copy;
    }

    public Folder Without(string name)
    {
        var copy = With(name, "");
        copy._files.Remove(name);
        return copy;
    }

    /// <summary>The description with one text in place of another, which must be there.</summary>
    public Folder Said(string text, string otherwise)
    {
        var json = Encoding.UTF8.GetString(_files["case.json"]);
        Assert.Contains(text, json, StringComparison.Ordinal);
        return With("case.json", json.Replace(text, otherwise, StringComparison.Ordinal));
    }

    public byte[] this[string name] => _files[name];

    public Outcome<CaseReading> Read() => CaseFolder.Read(name => _files.TryGetValue(name, out var content) ? content : null);

    public Fault Fault()
    {
        var read = Read();
        Assert.Null(read.Value);
        return read.Faults[0];
    }
}
