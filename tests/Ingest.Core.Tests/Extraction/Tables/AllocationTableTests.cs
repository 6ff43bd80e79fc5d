using System.Text;
using Ingest.Core.Extraction;
using Ingest.Core.Tests.Reading;

namespace Ingest.Core.Tests.Extraction.Tables;

public sealed class AllocationTableTests
{
    [Theory]
    [InlineData("allocation.csv")]
    [InlineData("allocation.xls")]
    [InlineData("allocation.xlsx")]
    public void Extract_Gives_A_Measure_A_Row_And_None_For_The_Total(string file)
    {
        var measures = MeasureExtractor.Extract(Read.Text(TestFiles.Bytes(file)), TestContext.Current.CancellationToken).Measures;
        Assert.Equal(["武汉市总工会", "黄冈市总工会", "孝感市总工会", "荆州市总工会"], measures.Select(m => Assert.Single(m.Orgs)));
        Assert.Equal([3_000_000, 1_205_000, 1_100_000, 800_000], measures.Select(m => Assert.Single(m.Money).Cny));
        Assert.Equal(["420100", "421100", "420900", "421000"], measures.Select(m => m.Place));
        Assert.All(measures, m => Assert.Equal(Category.Funds, m.Category));
        Assert.Equal("2020-02-05", measures[0].Date.ToString());
        Assert.Equal(12_000, Assert.Single(measures[0].People).Count);
    }

    [Fact]
    public void Extract_Takes_The_Giver_From_The_Title_For_A_Table_Of_Receivers()
    {
        var measures = Measures("武汉市总工会疫情防控物资发放表\n序号,接收单位,口罩（个）,方便面（箱）,折合金额（元）,发放时间\n1,火神山医院,\"3,000\",200,\"12,500.50\",2020年2月5日\n小计,,3000,200,12500.50,\n2,江岸区总工会,1000,,3000,2020年2月6日\n总  计,,4000,200,15500.50,\n");
        Assert.Equal(2, measures.Count);
        Assert.All(measures, m => Assert.Equal(["武汉市总工会"], m.Orgs));
        Assert.Equal(Category.Supplies, measures[0].Category);
        Assert.Equal([new Item("口罩", 3000, "个"), new Item("方便面", 200, "箱")], measures[0].Items);
        Assert.Equal(new Money(12500.50m, MoneyRole.GoodsValue), Assert.Single(measures[0].Money));
        Assert.Equal("火神山医院", Assert.Single(measures[0].People).Group);
        Assert.Equal("420102", measures[1].Place);
    }

    [Theory]
    [InlineData("单位,慰问金额（元）", "5000", 5000)]
    [InlineData("单位,补助金额（万元）", "1.5", 15000)]
    [InlineData("单位,慰问资金(单位：万元)", "2", 20000)]
    [InlineData("单位,下拨金额", "3万元", 30000)]
    public void Extract_Reads_Amounts_By_Heading_Or_Cell(string heading, string cell, int yuan) =>
        Assert.Equal(yuan, Assert.Single(Measures($"{heading}\n武汉市总工会,{cell}\n黄冈市总工会,\n合计,{cell}\n")).Money[0].Cny);

    [Fact]
    public void Extract_Marks_Parts_Where_A_Row_Adds_Itself_Up()
    {
        var money = Measures("单位,省级补助资金（万元）,市级补助资金（万元）,合计（万元）\n武汉市总工会,10,20,30\n黄冈市总工会,1,2,3\n孝感市总工会,1,1,2\n")[0].Money;
        Assert.Equal([(100_000m, true), (200_000m, true), (300_000m, false)], money.Select(m => (m.Cny, m.PartOf)));
    }

    [Theory]
    [InlineData("姓名,年龄,电话\n张三,30,123\n李四,40,456\n王五,50,789\n")]
    [InlineData("单位,面积（平方米）\n武汉市总工会,300\n黄冈市总工会,200\n孝感市总工会,100\n")]
    [InlineData("单位,产值（万元）\n甲公司,300\n乙公司,200\n丙公司,100\n")]
    public void Extract_Finds_Nothing_In_Tables_That_Allot_Nothing(string csv) => Assert.Empty(Measures(csv));

    private static IReadOnlyList<Measure> Measures(string csv) =>
        MeasureExtractor.Extract(Read.Text(Encoding.UTF8.GetBytes(csv), "表.csv"), TestContext.Current.CancellationToken).Measures;
}
