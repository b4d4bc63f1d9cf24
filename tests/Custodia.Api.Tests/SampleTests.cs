using Custodia.Journal.Blobs;
using Custodia.Proofs.Audit;
using Custodia.Server.Hosting;

namespace Custodia.Api.Tests;

public sealed class SampleTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_State_comes_in_by_the_ordinary_ways_and_verifies()
    {
        var path = Path.Combine(Path.GetTempPath(), "custodia-sample-" + Guid.NewGuid().ToString("N"));
        try
        {
            var said = new List<string>();
            using (var folder = DataFolder.Open(path, TimeProvider.System))
            {
                await FirstContent.Fill(folder, withSample: true, said.Add, Cancel);
                Assert.Equal("XA", folder.Materials.State!.Value.Fact.Code);
                // Three years of four facilities, and the twelve months of the drill.
                Assert.Equal(24, folder.Materials.Mbas.Values.Sum(ledger => ledger.Closings.Count));
                Assert.Equal(12, folder.Materials.Mbas[Custodia.Sample.BalanceDrill.Mba].Closings.Count);
                Assert.NotEmpty(folder.Materials.Files);
                Assert.All(folder.Materials.Files, file =>
                    Assert.True(BlobId.TryParse(file.File.File.Digest, out var id) && folder.Blobs.Contains(id)));
            }

            Assert.StartsWith("Imported ", said[^1], StringComparison.Ordinal);
            var options = new AuditOptions { RequireCheckpoint = true };
            var audit = FolderAudit.Verify(path, options, cancellation: TestContext.Current.CancellationToken);
            Assert.True(audit.IsSound, string.Join('\n', audit.Problems));
            Assert.Equal(audit.Entries, audit.Checkpoint!.Size);
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
