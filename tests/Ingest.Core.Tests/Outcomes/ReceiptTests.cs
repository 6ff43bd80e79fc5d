using System.Text.Json.Nodes;
using Ingest.Core.Extraction;
using Ingest.Core.Outcomes;
using Ingest.Core.Pages;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Outcomes;

public sealed class ReceiptTests
{
    private static readonly ReportOutcome Read = new("湖北省总工会/周报.txt", "", ReportStatus.Partly)
    {
        Format = ReportFormat.Text,
        Encoding = "gb18030",
        Size = 2048,
        Title = "周报",
        MeasureCount = 1,
        WarningCount = 1,
        Warnings = [new ReportWarning("lost-digits", "此处数字丢失。", new TextSpan(20, 22))],
        Received = new DateTimeOffset(2026, 11, 22, 16, 30, 0, TimeSpan.Zero),
        Settled = new DateTimeOffset(2026, 11, 22, 16, 31, 0, TimeSpan.Zero),
    };

    private const string Text = "武汉市总工会拨付慰问资金5万元。又拨付?0万元。";

    private static readonly Measure Measure = new(new TextSpan(0, 15), Category.Funds)
    {
        Quote = Text[..15],
        Orgs = ["武汉市总工会"],
        Place = "420100",
        Date = MeasureDate.Day(new DateOnly(2026, 2, 8)),
        Money = [new Money(50000, MoneyRole.Total) { PartOf = true, Cumulative = true }, new Money(0.5m, MoneyRole.PerPerson)],
        Items = [new Item("方便面", 20, "箱")],
        People = [new Beneficiaries("一线职工", null), new Beneficiaries("医护人员", 4000)],
        Numbers = [new Quantity("驿站", 3, "个")],
        Rule = "rule",
        Confidence = 0.875,
        Warnings = [new ReportWarning("doubt", "存疑", new TextSpan(1, 2)), new ReportWarning("doubt", "无处")],
    };

    [Fact]
    public async Task Page_Says_What_Was_Read_What_Was_Not_And_What_To_Do()
    {
        var html = await PageAsync(new ToldReport(Read, Text, [Measure]));
        Assert.Contains("文件已读取，找到 1 条举措，有 1 处存疑。", html, StringComparison.Ordinal);
        Assert.Contains("重新上传", html, StringComparison.Ordinal);
        Assert.Contains("又拨付?0万元", html, StringComparison.Ordinal);
        Assert.Contains($"http://localhost/reports/{Read.Id}#m-{Measure.Id}", html, StringComparison.Ordinal);
        Assert.Contains("2026年11月23日 00:31", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Of_A_Refusal_Gives_Its_Reason_And_Advice()
    {
        var refused = Read with { Status = ReportStatus.Refused, Refusal = Refusals.Rar, Format = null, Warnings = [], WarningCount = 0, MeasureCount = 0 };
        var html = await PageAsync(new ToldReport(refused, null, []));
        Assert.Contains(Refusals.Rar.Message, html, StringComparison.Ordinal);
        Assert.Contains(Refusals.Rar.Advice, html, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_Holds_Measures_That_Read_Back_As_They_Were()
    {
        var json = JsonNode.Parse(ReceiptJson.Write([new ToldReport(Read, Text, [Measure])]))!;
        Assert.Equal("partly", (string?)json["status"]);
        var read = MeasureJsonReader.Read(json["reports"]![0]!["measures"]![0]!.ToJsonString());
        Assert.Equal(MeasureJson.ToNode(Measure).ToJsonString(), MeasureJson.ToNode(read).ToJsonString());
        Assert.Equal(Measure.Id, read.Id);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"category":"none"}""")]
    [InlineData("""{"category":"funds","money":[{"cny":1,"role":"none"}]}""")]
    public void Json_That_Is_No_Measure_Is_Refused(string json) => Assert.Throws<System.Text.Json.JsonException>(() => MeasureJsonReader.Read(json));

    [Theory]
    [InlineData(0, 0, "武汉市总工会拨付慰问资金5万…")]
    [InlineData(20, 22, "…拨付慰问资金5万元。又拨付?0万元。")]
    [InlineData(5, 500, "武汉市总工会拨付慰问资金5万元。又拨付?0万元。")]
    [InlineData(900, 901, "…")]
    public void Around_Shows_The_Words_On_Both_Sides_Whatever_The_Span(int start, int end, string expected) =>
        Assert.Equal(expected, OutcomeWords.Around(Text, new TextSpan(start, end)));

    [Fact]
    public void Around_Never_Cuts_A_Character_In_Two()
    {
        var text = string.Concat(Enumerable.Repeat("\U00020BB7", 40));
        var shown = OutcomeWords.Around(text, new TextSpan(41, 43));
        Assert.Equal(shown, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shown)));
    }

    private static Task<string> PageAsync(ToldReport report) => PageRenderer.RenderAsync<ReceiptPage>(new Dictionary<string, object?>
    {
        [nameof(ReceiptPage.Reports)] = (IReadOnlyList<ToldReport>)[report],
        [nameof(ReceiptPage.Site)] = new Uri("http://localhost/"),
    });
}
