using Ingest.Core.Extraction;

namespace Ingest.Core.Digests;

/// <summary>
/// One line on one measure that reads as a newspaper would print it: 2月1日,黄冈市总工会筹措慰问资金103万元,慰问一线职工。
/// Where a measure has figures the line is built from its fields; where the act itself is the news
/// (a notice, a hotline) it is the passage, put into plain form.
/// </summary>
public static class MeasureSentence
{
    private const int MostGoods = 4;
    private const int MostGroups = 3;

    /// <summary>The line in simplified Chinese, ending with a full stop.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="year">The reader's year, for dates.</param>
    public static string Chinese(Measure measure, int year)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var passage = Passage.Of(measure);
        var told = HasFigures(measure) ? null : passage.Told();
        var cumulative = measure.Money.Any(m => m.Cumulative) && measure.Money.All(m => m.Cumulative || m.PartOf || m.Role == MoneyRole.PerPerson);
        var date = measure.Date is { } day ? (cumulative ? "截至" : "") + ChineseDates.Of(day, year) + "," : "";
        return ChineseText.Widen(date + (told ?? Actors(measure) + Act(measure, passage, cumulative)) + "。");
    }

    /// <summary>The actors: at most three by name.</summary>
    internal static string Actors(Measure measure) => measure.Orgs switch
    {
        [] => "有关单位",
        [var only] => only,
        { Count: <= 3 } few => string.Join('、', few.Take(few.Count - 1)) + "和" + few[^1],
        var many => $"{many[0]}、{many[1]}等{many.Count}家单位",
    };

    // An act that reaches people with money or goods is told by its figures; a notice that counts its clauses is not.
    private static bool HasFigures(Measure measure) => measure.Category switch
    {
        Category.Funds or Category.Supplies or Category.Donation => measure.Money.Count > 0 || measure.Items.Count > 0,
        Category.Visit => measure.People.Count > 0,
        _ => false,
    };

    private static string Act(Measure measure, Passage passage, bool cumulative)
    {
        var so = cumulative ? "累计" : "";
        var act = measure.Category switch
        {
            Category.Funds => so + Funds(measure, passage) + Goods(measure, ",并送去") + Helped(measure, ",慰问", ",用于", passage),
            Category.Supplies => Supplies(measure, passage),
            Category.Donation => so + Donation(measure, passage),
            Category.Visit => "走访慰问" + Groups(measure),
            _ => Other(measure),
        };
        return act + Counted(measure, act);
    }

    private static string Funds(Measure measure, Passage passage)
    {
        var sums = Sums(measure, passage);
        var rate = Rate(measure, passage);
        if (sums.Length == 0)
        {
            return rate.Length == 0 ? "拨付" + passage.MoneyNoun : $"按{rate}的标准发放{passage.MoneyNoun}";
        }

        return sums + (rate.Length == 0 ? "" : $"({rate})");
    }

    private static string Supplies(Measure measure, Passage passage)
    {
        var goods = Goods(measure, "");
        var verb = passage.Verb("发放", "派发", "配发", "赠送", "送去", "送上", "捐赠", "购买", "采购", "配备", "寄送") ?? "送去";
        verb = verb == "送上" ? "送去" : verb;
        var toWhom = Groups(measure);
        var towards = toWhom.Length == 0 ? "" : verb is "购买" or "采购" or "配备" or "送去" ? "为" + toWhom : "向" + toWhom;
        var sums = string.Concat(MeasureMoney.Main(measure).Select(m => m.Role == MoneyRole.GoodsValue ? ",价值" + Figures.Exact(m.Cny) : ",投入资金" + Figures.Exact(m.Cny)));
        var rate = Rate(measure, passage);
        return towards + verb + (goods.Length > 0 ? goods : "慰问物资") + sums + (rate.Length == 0 ? "" : $",标准为{rate}");
    }

    private static string Donation(Measure measure, Passage passage)
    {
        var raises = passage.Verb("募集", "募捐", "筹集", "筹款", "收到", "募得") is not null;
        var sums = string.Join('、', MeasureMoney.Main(measure).Select(m => m.Role == MoneyRole.GoodsValue
            ? $"价值{Figures.Exact(m.Cny)}的物资"
            : (raises ? "资金" : "善款") + Figures.Exact(m.Cny)));
        var goods = Goods(measure, "");
        var given = sums + (sums.Length > 0 && goods.Length > 0 ? "和" : "") + goods;
        given = given.Length == 0 ? "款物" : given;
        var toWhom = Groups(measure);
        return raises
            ? $"募集{given}" + (toWhom.Length == 0 ? "" : $",用于帮助{toWhom}")
            : (toWhom.Length == 0 ? "" : $"向{toWhom}") + "捐赠" + given;
    }

    private static string Other(Measure measure)
    {
        var toWhom = Groups(measure);
        var sums = string.Concat(MeasureMoney.Main(measure).Select(m => ",涉及资金" + Figures.Exact(m.Cny)));
        return (measure.Category, toWhom.Length > 0) switch
        {
            (Category.Family, true) => "关爱" + toWhom,
            (Category.Family, false) => "关爱一线职工家属",
            (Category.Policy, _) => "作出部署" + (toWhom.Length > 0 ? ",面向" + toWhom : ""),
            (Category.Commendation, true) => "表彰" + toWhom,
            (_, true) => $"为{toWhom}开展{measure.Category.ChineseName()}工作",
            _ => $"开展{measure.Category.ChineseName()}工作",
        } + Goods(measure, ",提供") + sums;
    }

    private static string Sums(Measure measure, Passage passage) => string.Join(',', MeasureMoney.Main(measure).Select(m => m.Role switch
    {
        MoneyRole.GoodsValue => $"送去价值{Figures.Exact(m.Cny)}的物资",
        MoneyRole.Raised => $"募集资金{Figures.Exact(m.Cny)}",
        MoneyRole.Recovered => $"返还资金{Figures.Exact(m.Cny)}",
        _ => passage.MoneyVerb + passage.MoneyNoun + Figures.Exact(m.Cny),
    }));

    private static string Rate(Measure measure, Passage passage) =>
        measure.Money.Where(m => m.Role == MoneyRole.PerPerson).Select(m => Figures.Exact(m.Cny)).Distinct().ToList() is { Count: > 0 } rates ? passage.Each + string.Join('或', rates) : "";

    private static string Goods(Measure measure, string lead)
    {
        if (measure.Items.Count == 0)
        {
            return "";
        }

        var named = measure.Items.Take(MostGoods).Select(i => (i.Name.EndsWith('等') ? i.Name[..^1] : i.Name) + Figures.Count(i.Quantity) + i.Unit);
        return lead + string.Join('、', named) + (measure.Items.Count > MostGoods ? "等" : "");
    }

    private static string Helped(Measure measure, string visit, string use, Passage passage) =>
        measure.People.Count == 0 ? "" : (passage.IsVisit ? visit : use + "帮助") + Groups(measure);

    private static string Groups(Measure measure)
    {
        var named = measure.People.Take(MostGroups).Select(p => p.Count is { } count ? Figures.Count(count) + MeasureWord(p.Group) + p.Group : p.Group).ToList();
        var more = measure.People.Count > MostGroups ? "等" : "";
        return (named.Count <= 1 ? string.Concat(named) : more.Length > 0 ? string.Join('、', named) : string.Join('、', named[..^1]) + "和" + named[^1]) + more;
    }

    private static string MeasureWord(string group) => group switch
    {
        _ when group.EndsWith("家庭", StringComparison.Ordinal) || group.EndsWith('户') => "户",
        _ when group.EndsWith("企业", StringComparison.Ordinal) || group.EndsWith("公司", StringComparison.Ordinal) || group.EndsWith("单位", StringComparison.Ordinal)
            || group.EndsWith("工会", StringComparison.Ordinal) || group.EndsWith("医院", StringComparison.Ordinal) => "家",
        _ when group.EndsWith("人次", StringComparison.Ordinal) => "",
        _ => "名",
    };

    // A count that the line has told already ("市奇山医院等27家单位") is not told again.
    private static string Counted(Measure measure, string act)
    {
        var counts = measure.Numbers.Where(n => !act.Contains(Figures.Count(n.Amount) + n.Unit, StringComparison.Ordinal)).Take(MostGroups)
            .Select(n => Figures.Count(n.Amount) + n.Unit + (n.What.EndsWith(n.Unit, StringComparison.Ordinal) ? n.What[..^n.Unit.Length] : n.What)).ToList();
        return counts.Count == 0 ? "" : ",涉及" + string.Join('、', counts);
    }
}
