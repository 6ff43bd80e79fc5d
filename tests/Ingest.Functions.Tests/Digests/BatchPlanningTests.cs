using Ingest.Functions.Digests;

namespace Ingest.Functions.Tests.Digests;

public class BatchPlanningTests
{
    [Fact]
    public void Add_Puts_Small_Neighbours_Into_One_Message_As_Long_As_One_Batch_Would_Hold_Their_Readers()
    {
        Assert.Equal(["3+4+3", "5"], Messages(10, ("a", 3), ("b", 4), ("c", 3), ("d", 5)));
    }

    [Fact]
    public void Add_Asks_For_Each_Batch_Of_A_Large_Group_By_Itself()
    {
        Assert.Equal(["2", "10", "10", "3", "2+2"], Messages(10, ("a", 2), ("b", 23), ("c", 2), ("d", 2)));
    }

    [Fact]
    public void Add_Counts_Readers_Who_Get_Nothing_Since_The_Query_Reads_Them_Too()
    {
        Assert.Equal(["2+2", "2", "3"], Messages(10, ("a", 2), ("", 6), ("c", 2), ("", 5), ("d", 2), ("", 30), ("e", 3)));
    }

    [Fact]
    public void Add_Puts_No_More_Than_Eight_Batches_Into_A_Message()
    {
        Assert.Equal(["1+1+1+1+1+1+1+1", "1"], Messages(1000, [.. Enumerable.Range(0, 9).Select(i => ($"{i}", 1))]));
    }

    [Fact]
    public void Add_Numbers_Batches_And_Sorts_Their_Readers()
    {
        var planning = new BatchPlanning(2);

        planning.Add("weekly-hans-0", ["c", "a", "b"], "rendering");

        Assert.Equal(["0001 a b", "0002 c"], planning.Batches.Select(b => $"{b.Number} {string.Join(' ', b.Subscribers)}"));
    }

    // Sizes of the batches in each message; a group without a name gets nothing.
    private static IEnumerable<string> Messages(int mostRecipients, params (string Rendering, int Readers)[] groups)
    {
        var planning = new BatchPlanning(mostRecipients);
        foreach (var (rendering, readers) in groups)
        {
            planning.Add("choice", [.. Enumerable.Range(0, readers).Select(i => $"{i:000}")], rendering.Length == 0 ? null : rendering);
        }

        return planning.Batches.GroupBy(b => b.Message).Select(m => string.Join('+', m.Select(b => b.Subscribers.Count)));
    }
}
