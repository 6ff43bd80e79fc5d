using Ingest.Local.Hosting;

namespace Ingest.Functions.Tests.Local.Hosting;

public sealed class BlobMemoryTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Versions_Outlast_A_Restart()
    {
        using (var memory = new BlobMemory(_path))
        {
            memory.Remember("a", "1");
            memory.Remember("a", "2");
            memory.Remember("换\n行", "1");
            memory.Remember("b", "1");
            memory.Forget("b");
        }

        using var again = new BlobMemory(_path);
        Assert.Equal(["a", "换\n行"], again.Names);
        Assert.True(again.Knows("a", "2"));
        Assert.False(again.Knows("a", "1"));
    }

    [Fact]
    public void Line_That_A_Crash_Cut_Off_Is_Dropped()
    {
        using (var memory = new BlobMemory(_path))
        {
            memory.Remember("a", "1");
            memory.Remember("b", "1");
        }

        File.WriteAllText(_path, File.ReadAllText(_path)[..^5]);

        using var again = new BlobMemory(_path);
        Assert.Equal(["a"], again.Names);
    }
}
