using Ingest.Core.Extraction;
using Ingest.Core.Pages;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Pages;

public sealed class MarkedTextTests
{
    private static Measure Passage(int start, int end, string org = "甲") => new(new TextSpan(start, end), Category.Funds) { Quote = "", Orgs = [org] };

    [Fact]
    public void Cut_Keeps_Every_Character_In_Order()
    {
        var runs = MarkedText.Cut("一二三四五六七八", [Passage(2, 5), Passage(4, 7, "乙")], [new ReportWarning("doubt", "", new TextSpan(0, 3))]);
        Assert.Equal("一二三四五六七八", string.Concat(runs.Select(r => r.Text)));
        Assert.Equal("三四五六七", string.Concat(runs.Where(r => r.Marked).Select(r => r.Text)));
        Assert.Equal("一二三", string.Concat(runs.Where(r => r.Doubtful).Select(r => r.Text)));
    }

    [Fact]
    public void Cut_Lets_Each_Passage_Begin_Once_Even_Where_Two_Begin_Together()
    {
        var (one, other) = (Passage(2, 5), Passage(2, 4, "乙"));
        var runs = MarkedText.Cut("一二三四五六", [one, other], []);
        Assert.Equal([one.Id.Value, other.Id.Value], runs.SelectMany(r => r.Begins));
    }

    [Fact]
    public void Cut_Leaves_Out_Spans_That_Lie_Outside_The_Text()
    {
        var runs = MarkedText.Cut("一二", [Passage(1, 9), Passage(-1, 1), Passage(1, 1)], [new ReportWarning("doubt", "", new TextSpan(5, 6)), new ReportWarning("doubt", "")]);
        Assert.Equal([new TextRun("一二") { Begins = runs[0].Begins }], runs);
        Assert.Empty(runs[0].Begins);
    }

    [Fact]
    public void Cut_Shortens_A_Very_Long_Text_Between_Passages_And_Never_Within()
    {
        var text = new string('字', 300_000);
        var runs = MarkedText.Cut(text, [Passage(150_000, 190_000)], []);
        Assert.Equal(40_000, runs.Single(r => r.Marked).Text.Length);
        Assert.Equal(2, runs.Count(r => r.Gap));
        Assert.InRange(runs.Sum(r => r.Text.Length), 40_000, 50_000);
    }

    [Fact]
    public void Cut_Of_An_Empty_Text_Is_Empty() => Assert.Empty(MarkedText.Cut("", [], []));
}
