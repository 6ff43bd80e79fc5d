using System.Globalization;
using Ingest.Core.Extraction;

namespace Ingest.Core.Digests;

/// <summary>Simplified Chinese. Marks are written half-width here; <see cref="ChineseText.Widen"/> sets them.</summary>
internal sealed class ChineseWords : IDigestWords
{
    public string Lang => "zh-Hans";

    public string ByKind => "分类概览";

    public string UnknownPlace => "地区不详";

    public string Nationwide => "全国";

    public string OnTheWeb => "在网页上阅读";

    public string Preferences => "修改订阅";

    public string Unsubscribe => "退订";

    public string Passage => "查看原文";

    public string Title(DigestWindow window) => window.Cadence switch
    {
        Cadence.Weekly => "纾困举措周报",
        Cadence.Daily => "纾困举措日报",
        _ => "纾困举措快讯",
    };

    public string Period(DigestWindow window)
    {
        var days = $"{window.FirstDay.Year}年{ChineseDates.Span(window.FirstDay, window.LastDay)}";
        return window.Cadence switch
        {
            Cadence.Weekly => $"{days}(第{ISOWeek.GetWeekOfYear(window.FirstDay.ToDateTime(default))}周)",
            Cadence.Daily => days,
            _ => $"{days} {TimeZoneInfo.ConvertTime(window.To, DigestWindow.Shanghai):HH:mm}",
        };
    }

    public string Subject(Digest digest)
    {
        var when = digest.Window.Cadence == Cadence.AtOnce ? "" : $"({ChineseDates.Span(digest.Window.FirstDay, digest.Window.LastDay)})";
        return $"{Title(digest.Window)}{when}:新增举措{Compared.Number(digest.Totals.Measures)}项" + string.Concat(Sums(digest.Totals).Take(2).Select(s => "," + s));
    }

    public string Headline(Digest digest)
    {
        var totals = digest.Totals;
        var where = totals.Places > 1 ? $"{totals.Places}个地区的" : "";
        var who = totals.Orgs > 1 ? $"{where}{Compared.Number(totals.Orgs)}家单位" : totals.Orgs == 1 ? "1家单位" : "各地";
        var sums = Sums(totals);
        return $"{(digest.Window.Cadence == Cadence.AtOnce ? "" : "本期,")}{who}新推出举措{Compared.Number(totals.Measures)}项"
            + (sums.Count > 0 ? ",其中" + string.Join('、', sums) : "")
            + (digest.Before is { } before ? ";举措数量" + Change(totals.Measures, before.Measures) : "") + "。";
    }

    public IReadOnlyList<DigestTile> Tiles(Digest digest)
    {
        var (now, then) = (digest.Totals, digest.Before);
        var tiles = new List<DigestTile> { new("新增举措", Compared.Number(now.Measures) + "项", then is null ? "" : "上期" + Compared.Number(then.Measures) + "项") };
        Add("安排资金", now.Allocated, then?.Allocated);
        Add("募集捐赠", now.Raised, then?.Raised);
        Add("返还资金", now.Recovered, then?.Recovered);
        Add("物资价值", now.Goods, then?.Goods);
        return [.. tiles.Take(3)];

        void Add(string label, decimal yuan, decimal? before)
        {
            if (yuan > 0)
            {
                tiles.Add(new(label, Digests.Figures.Brief(yuan), before is { } b ? "上期" + Digests.Figures.Brief(b) : ""));
            }
        }
    }

    public string BarsKey => "粗条为本期项数,细条为上期。";

    public string Kind(Category category) => category.ChineseName();

    public string Figures(DigestTotals totals) => $"{Compared.Number(totals.Measures)}项" + (totals.Yuan > 0 ? "," + Digests.Figures.Rounded(totals.Yuan) : "");

    public string Before(DigestTotals totals) => $"上期{Compared.Number(totals.Measures)}项";

    public string More(int count) => $"其余{Compared.Number(count)}条见网页";

    public string MoreKinds(int kinds, int measures) => $"另有{kinds}类共{Compared.Number(measures)}项";

    public string MoreOfPlace(int count) => $"另有{Compared.Number(count)}条见网页";

    public IReadOnlyList<string> Notes(DigestWindow window) =>
    [
        "合计只计各项举措的总额:其中的分项、累计数和每人标准均不重复相加;同一举措见于多份报告的只计一次。",
        window.Cadence switch
        {
            Cadence.Weekly => "您订阅了本周报,每周一上午发送上一周首次出现的举措;没有新内容时不发送。",
            Cadence.Daily => "您订阅了本日报,每天上午发送前一日首次出现的举措;没有新内容时不发送。",
            _ => "您订阅了即时快讯,新举措入库后随即发送。",
        },
    ];

    public string Sentence(Measure measure, int year) => MeasureSentence.Chinese(measure, year);

    private static List<string> Sums(DigestTotals totals)
    {
        var sums = new List<string>(4);
        Add("安排资金", totals.Allocated);
        Add("募集捐赠", totals.Raised);
        Add("返还资金", totals.Recovered);
        Add("物资价值", totals.Goods);
        return sums;

        void Add(string what, decimal yuan)
        {
            if (yuan > 0)
            {
                sums.Add(what + Digests.Figures.Rounded(yuan));
            }
        }
    }

    private static string Change(int now, int then) => (now - then) switch
    {
        0 => "与上期持平",
        > 0 and var more => $"比上期增加{Compared.Number(more)}项",
        var less => $"比上期减少{Compared.Number(-less)}项",
    };
}
