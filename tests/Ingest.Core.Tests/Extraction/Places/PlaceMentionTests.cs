using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Tests.Extraction.Places;

/// <summary>Places as a document names them: which are meant, and which characters only look like one.</summary>
public sealed class PlaceMentionTests
{
    private static IReadOnlyList<string> Codes(string text) => [.. DocumentNames.Of(DocumentOutline.Of(text)).Places.Select(p => p.Place.Code)];

    [Theory]
    [InlineData("物资运抵沈阳市和平区。", "210102")]
    [InlineData("物资运抵天津市和平区。", "120101")]
    [InlineData("物资运抵福州市鼓楼区。", "350102")]
    [InlineData("物资运抵徐州市鼓楼区。", "320302")]
    [InlineData("物资运抵南京市鼓楼区。", "320106")]
    [InlineData("物资运抵北京市朝阳区。", "110105")]
    [InlineData("物资运抵长春市朝阳区。", "220104")]
    [InlineData("物资运抵济南市市中区。", "370103")]
    [InlineData("物资运抵兰州市城关区。", "620102")]
    [InlineData("物资运抵拉萨市城关区。", "540102")]
    [InlineData("物资运抵甘肃省白银市。", "620400")]
    [InlineData("物资运抵四川。", "510000")]
    [InlineData("物资运抵鄂温克族自治旗。", "150724")]
    [InlineData("物资运抵恩施州。", "422800")]
    [InlineData("物资运抵海口市。", "460100")]
    public void A_Name_Is_Settled_By_The_Place_Before_It(string text, params string[] codes) => Assert.Equal(codes, Codes(text));

    [Theory]
    [InlineData("领到上海口罩一万只。", "310000")] // not 海口
    [InlineData("大家和平时一样上班。")]
    [InlineData("该县资源丰富,群众安康,世界和平。")]
    [InlineData("朝阳产业发展迅速,白银价格上涨。")]
    [InlineData("职工合作共赢,比如联合办公,工人解放思想。")]
    [InlineData("送去金山牌矿泉水,大方得体。")]
    [InlineData("这是他们的长处,也是武功。")]
    [InlineData("南京西路、和平大街、北京东路沿线各街道。")]
    [InlineData("全县风雨同心抗疫情。")]
    [InlineData("城区道路畅通,矿区生产有序。")]
    public void Ordinary_Words_Are_No_Places(string text, params string[] codes) => Assert.Equal(codes, Codes(text));

    [Theory]
    [InlineData("辽宁 朝阳\n全市工会行动起来,2月3日拨付资金10万元。", "210000", "211300")]
    [InlineData("甘肃 白银\n工会2月3日拨付资金10万元。", "620000", "620400")]
    public void Ordinary_Words_Are_Places_In_A_Heading_Of_Their_Own(string text, params string[] codes) => Assert.Equal(codes, Codes(text));

    [Theory]
    [InlineData("采购隆安、马山、上林等县产品。南宁市总工会表示继续。", "450123", "450124", "450125")]
    public void Short_Forms_Of_Counties_Are_Meant_In_Their_City(string text, params string[] codes) =>
        Assert.Equal(codes, Codes("南宁市总工会召开会议。" + text));

    [Fact]
    public void A_Street_Named_After_A_Province_Is_A_Street() => Assert.Equal(["310104"], Codes("徐汇区总工会到湖南街道慰问。"));

    [Fact]
    public void The_Same_Name_Twice_Means_Two_Places() => Assert.Equal(["210102", "120101"], Codes("物资运抵沈阳市和平区和天津市和平区。"));

    [Fact]
    public void A_Name_Gone_Before_2020_Means_The_Place_Of_Today() => Assert.Equal(["320707"], Codes("走访赣榆县。"));

    [Fact]
    public void A_Name_In_Use_In_2020_Keeps_Its_Code() => Assert.Equal(["320684"], Codes("走访海门市。"));

    [Fact]
    public void A_Town_Of_A_County_Renamed_Since_Keeps_The_Countys_Code() => Assert.Equal(["610928"], Codes("旬阳县总工会到白柳镇慰问。"));

    [Fact]
    public void A_Landmark_Tells_Its_Place() => Assert.Equal(["420100"], Codes("驰援雷神山。"));
}
