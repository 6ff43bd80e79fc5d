using Ingest.Core.Extraction.Chinese;

namespace Ingest.Core.Tests.Extraction.Chinese;

public sealed class OutbreaksTests
{
    [Theory]
    [InlineData("目前,南京等地发生新冠肺炎疫情。", 2021, 7)]
    [InlineData("扬州市实行封闭式管理以来,", 2021, 7)]
    [InlineData("德保县突发新冠肺炎疫情,", 2022, 2)]
    [InlineData("拉萨出现本土疫情后,", 2022, 8)]
    public void Read_Dates_A_Report_By_The_Outbreak_It_Tells_Of(string text, int year, int month)
    {
        var period = Assert.Single(Assert.Single(Read(text)));
        Assert.Equal((year, month), (period.First.Year, period.First.Month));
    }

    [Fact]
    public void Read_Gives_Alternatives_For_A_Place_With_Several_Outbreaks()
    {
        Assert.Equal(3, Assert.Single(Read("兰州突发疫情")).Length);
    }

    [Theory]
    [InlineData("南京市总工会慰问一线职工。")]
    [InlineData("从扬州出发,\n发生新冠疫情后")]
    public void Read_Finds_Nothing_Where_A_Place_Is_Merely_Named(string text)
    {
        Assert.Empty(Read(text));
    }

    [Theory]
    [InlineData("泉州市总工会慰问抗疫一线职工。泉州市红十字会接收捐款。泉州公交集团送去早餐。", true)]
    [InlineData("泉州市总工会慰问抗疫一线职工。", false)]
    [InlineData("泉州市总工会慰问困难职工。泉州市红十字会接收捐款。泉州公交集团送去早餐。", false)]
    public void Read_Takes_The_Place_That_A_Report_Of_The_Epidemic_Names_Again_And_Again_For_A_Hint(string text, bool hints)
    {
        Assert.Equal(hints, EpidemicCourse.Read(text).Contains(Outbreaks.Places["泉州"].Named));
    }

    private static IEnumerable<WritingPeriod[]> Read(string text) => EpidemicCourse.Read(text).Where(periods => Outbreaks.Places.Values.Any(outbreak => outbreak.Told == periods));
}
