using System.Text;
using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;

namespace Ingest.Core.Tests.Digests;

public class DigestRendererTests
{
    private static readonly DigestWindow Week = DigestWindow.Week(new DateOnly(2026, 11, 18));

    [Fact]
    public async Task RenderAsync_Stays_Under_100_KB_For_Two_Thousand_Long_Measures()
    {
        var samples = SampleMeasures.Read(Week.From);
        var many = Enumerable.Range(0, 2000).Select(i => SampleMeasures.Stored(samples[i % samples.Count].Measure with { Orgs = [new string('长', 200) + i] }, Week.From)).ToList();

        var mail = await Renderer().RenderAsync(limit => DigestComposer.Compose(Week, many, [], DigestFilter.Everything, limit), DigestLanguage.Hans);

        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1000, 100_000);
        Assert.Contains("条见网页", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenderAsync_Says_The_Same_In_Html_And_In_Plain_Text()
    {
        var samples = SampleMeasures.Read(Week.From);

        var mail = await Renderer().RenderAsync(limit => DigestComposer.Compose(Week, samples, [], DigestFilter.Everything, limit), DigestLanguage.Hans);

        foreach (var line in mail.Text.Split('\n').Select(l => l.TrimStart('·', ' ')).Where(l => l.EndsWith('。') || l.StartsWith("https", StringComparison.Ordinal)))
        {
            Assert.Contains(line, mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task RenderAsync_Writes_Traditional_Chinese_And_English()
    {
        var samples = SampleMeasures.Read(Week.From);

        var hant = await Renderer().RenderAsync(limit => DigestComposer.Compose(Week, samples, [], DigestFilter.Everything, limit), DigestLanguage.Hant);
        var english = await Renderer().RenderAsync(limit => DigestComposer.Compose(Week, samples, [], DigestFilter.Everything, limit), DigestLanguage.En);

        Assert.Contains("<html lang=\"zh-Hant\"", hant.Html, StringComparison.Ordinal);
        Assert.Contains("紓困舉措週報", hant.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("总工会", hant.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", english.Html, StringComparison.Ordinal);
        Assert.StartsWith("Relief measures weekly: 63 new measures, CNY ", english.Subject, StringComparison.Ordinal);
    }

    private static DigestRenderer Renderer() => new(PlaceName, new DigestLinks(new Uri("https://example.org/")));

    private static string? PlaceName(string code) => code[..2] switch { "34" => "安徽省", "32" => "江苏省", "44" => "广东省", "21" => "辽宁省", "22" => "吉林省", "37" => "山东省", "36" => "江西省", "45" => "广西壮族自治区", "42" => "湖北省", _ => null };
}
