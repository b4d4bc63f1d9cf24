using System.Globalization;
using Custodia.Sample;

if (args.Length is < 1 or > 2 || (args.Length == 2 && !ulong.TryParse(args[1], CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine("usage: Custodia.Sample FOLDER [SEED]");
    return 2;
}

var seed = args.Length == 2 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : SampleState.DefaultSeed;
var manifest = SampleState.Write(args[0], seed);
Console.WriteLine($"{manifest.Files.Count} files, {manifest.Files.Sum(f => f.Rows)} rows");
return 0;
