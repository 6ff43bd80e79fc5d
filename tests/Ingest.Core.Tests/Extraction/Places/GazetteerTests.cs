using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Tests.Extraction.Places;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("110000", "北京市", PlaceLevel.Province)]
    [InlineData("210100", "沈阳市", PlaceLevel.City)]
    [InlineData("210102", "和平区", PlaceLevel.County)]
    [InlineData("441900", "东莞市", PlaceLevel.City)]
    [InlineData("429004", "仙桃市", PlaceLevel.County)]
    [InlineData("330113", "临平区", PlaceLevel.County)]
    [InlineData("130502", "襄都区", PlaceLevel.County)]
    [InlineData("320684", "海门市", PlaceLevel.County)]
    [InlineData("500157", "两江新区", PlaceLevel.County)]
    [InlineData("500112", "渝北区", PlaceLevel.County)]
    [InlineData("653228", "和康县", PlaceLevel.County)]
    [InlineData("100000", "全国", PlaceLevel.Country)]
    public void Find_Knows_Current_And_Former_Codes(string code, string name, PlaceLevel level) =>
        Assert.Equal(new Place(code, name, level), Gazetteer.Find(code));

    [Theory]
    [InlineData("999999")]
    [InlineData("130171")]
    [InlineData("")]
    [InlineData(null)]
    public void Find_Is_Null_For_A_Code_That_GBT_2260_Lacks(string? code) => Assert.Null(Gazetteer.Find(code));

    [Theory]
    [InlineData("320684", "320614")] // 海门市 → 海门区
    [InlineData("330104", "330102")] // 江干区 → 上城区
    [InlineData("410381", "410307")] // 偃师市 → 偃师区
    [InlineData("220381", "220184")] // 公主岭市 moved from 四平 to 长春
    [InlineData("210102", "210102")]
    public void Today_Follows_A_Change_Of_Code(string code, string today) => Assert.Equal(today, Gazetteer.Today(code)?.Code);

    [Fact]
    public void CityOf_And_ProvinceOf_Climb_The_Order()
    {
        var heping = Gazetteer.Find("210102")!;
        Assert.Equal("沈阳市", Gazetteer.CityOf(heping)?.Name);
        Assert.Equal("辽宁省", Gazetteer.ProvinceOf(heping)?.Name);
        Assert.Null(Gazetteer.CityOf(Gazetteer.Find("110105")!));
        Assert.Null(Gazetteer.CityOf(Gazetteer.Find("429004")!));
    }

    [Theory]
    [InlineData("喀喇沁左翼蒙古族自治县", "喀喇沁左翼")]
    [InlineData("峨边彝族自治县", "峨边")]
    [InlineData("双江拉祜族佤族布朗族傣族自治县", "双江")]
    [InlineData("黔东南苗族侗族自治州", "黔东南")]
    [InlineData("巴音郭楞蒙古自治州", "巴音郭楞")]
    [InlineData("新疆维吾尔自治区", "新疆")]
    [InlineData("内蒙古自治区", "内蒙古")]
    [InlineData("横县", "横县")]
    [InlineData("朔州市", "朔州")]
    [InlineData("神农架林区", "神农架")]
    public void Base_Drops_Suffix_And_Peoples(string name, string expected) => Assert.Equal(expected, ShortForms.Base(name));

    [Fact]
    public void Every_Former_Place_Leads_To_A_Current_One()
    {
        foreach (var record in Core.Extraction.Lexicon.LexiconFile.Records("former-places.tsv"))
            Assert.True(Gazetteer.Today(record[0]) is { } today && Gazetteer.Find(today.Code) == today, record[0]);
    }

    [Fact]
    public void CountiesOf_Knows_Towns_By_Name()
    {
        Assert.Equal(["110113"], Towns.CountiesOf("赵全营镇"));
        Assert.True(Towns.CountiesOf("石湾镇").Count > 1);
        Assert.Empty(Towns.CountiesOf("无此镇"));
    }
}
