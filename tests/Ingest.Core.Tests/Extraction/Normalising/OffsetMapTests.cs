using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Tests.Extraction.Normalising;

public sealed class OffsetMapTests
{
    [Fact]
    public void Item_Goes_On_Within_A_Run_And_Behind_The_Last()
    {
        var map = new OffsetMap();
        map.Add(0, 3);
        map.Add(4, 10);

        Assert.Equal([3, 4, 5, 6, 10, 11, 12], Enumerable.Range(0, 7).Select(at => map[at]));
    }

    [Fact]
    public void Add_Forgets_What_Was_Noted_From_There_On()
    {
        var map = new OffsetMap();
        map.Add(0, 0);
        map.Add(2, 5);
        map.Add(3, 9);
        map.Add(2, 7);

        Assert.Equal([0, 1, 7, 8], Enumerable.Range(0, 4).Select(at => map[at]));
    }

    [Fact]
    public void Item_Agrees_With_A_List_Of_All_Offsets_Whatever_Is_Left_Out()
    {
        var random = new Random(7);
        var map = new OffsetMap();
        var offsets = new List<int>();
        for (var (at, source) = (0, 0); at < 1000; at++, source += 1 + (random.Next(5) == 0 ? random.Next(4) : 0))
        {
            map.Add(at, source);
            offsets.Add(source);
        }

        Assert.Equal(offsets, Enumerable.Range(0, offsets.Count).Select(at => map[at]));
    }
}
