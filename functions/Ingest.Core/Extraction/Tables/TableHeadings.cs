using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Tables;

/// <summary>Reads a heading row: which column holds units, amounts, goods, people, dates. Words as offices use them in 拨款表 and 物资发放表.</summary>
internal static class TableHeadings
{
    private static readonly string[] Dates = ["日期", "时间"];
    private static readonly string[] Receivers = ["接收单位", "受助单位", "受赠单位", "领取单位", "收款单位", "受捐单位", "拨付单位", "发放对象", "慰问单位", "慰问对象", "受益单位", "领用单位"];
    private static readonly string[] Units = ["单位", "工会", "县市", "市州", "地市", "市县", "地区", "区县", "县区", "街道", "乡镇", "企业", "学校", "医院", "部门", "机构"];
    private static readonly string[] Amounts = ["金额", "资金", "拨款", "经费", "慰问金", "补助", "捐款", "款项", "救助金", "下拨", "拨付", "总额", "价值", "标准", "折合", "折价"];
    private static readonly string[] People = ["人数", "户数", "名额", "人次"];
    private static readonly string[] PeopleUnits = ["人", "名", "户", "人次", "家"];
    private static readonly string[] Sums = ["合计", "小计", "总计", "总额", "共计"];
    private static readonly string[] GoodsNames = ["物资名称", "物品名称", "品名", "物资", "物品", "名称", "物资种类", "品种"];

    /// <summary>The columns of a heading row; empty where it is none of an allocation.</summary>
    public static IReadOnlyList<TableColumn> Of(IReadOnlyList<string> headings)
    {
        var columns = headings.Select((heading, index) => Column(NormalText.Of(heading).Text.Replace(" ", "", StringComparison.Ordinal), index)).ToList();
        var hasCount = columns.Any(c => c.Kind == ColumnKind.GoodsCount);
        if (!hasCount) columns = [.. columns.Select(c => c.Kind is ColumnKind.GoodsName or ColumnKind.GoodsUnit ? c with { Kind = c.Label.EndsWith("单位", StringComparison.Ordinal) ? ColumnKind.Unit : ColumnKind.Other } : c)];
        columns = OneUnit(columns);
        var hasUnit = columns.Any(c => c.Kind is ColumnKind.Unit or ColumnKind.Receiver);
        var hasFact = columns.Any(c => c.Kind is ColumnKind.Amount or ColumnKind.Goods) || hasCount && columns.Any(c => c.Kind == ColumnKind.GoodsName);
        return hasUnit && hasFact ? columns : [];
    }

    private static TableColumn Column(string heading, int index)
    {
        var (label, unit) = Bracket(heading);
        if (label.Length == 0) return new(index, ColumnKind.Other, "", unit);
        if (Has(label, Dates)) return new(index, ColumnKind.Date, label, unit);
        if (label == "数量") return new(index, ColumnKind.GoodsCount, label, unit);
        if (GoodsNames.Contains(label)) return new(index, ColumnKind.GoodsName, label, unit);
        if (label == "计量单位") return new(index, ColumnKind.GoodsUnit, label, unit);
        if (unit.Contains('元', StringComparison.Ordinal) || (Has(label, Amounts) || Sums.Contains(label)) && !Has(label, ["单位", "对象"]))
            return Sums.Contains(label) && unit.Length > 0 && !unit.Contains('元', StringComparison.Ordinal) ? new(index, ColumnKind.Other, label, unit) : new(index, ColumnKind.Amount, label, unit, RoleOf(label + unit), Has(label, Sums));
        if (Has(label, People) || PeopleUnits.Contains(unit)) return new(index, ColumnKind.People, label, unit);
        if (Has(label, Receivers)) return new(index, ColumnKind.Receiver, label, unit);
        if (Has(label, Units)) return new(index, ColumnKind.Unit, label, unit);
        return unit.Length is > 0 and <= 2 ? new(index, ColumnKind.Goods, label, unit) : new(index, ColumnKind.Other, label, unit);
    }

    /// <summary>Of several columns of units the last before the facts is the narrowest: 地市, 单位.</summary>
    private static List<TableColumn> OneUnit(List<TableColumn> columns)
    {
        var last = columns.FindLastIndex(c => c.Kind == ColumnKind.Unit);
        return [.. columns.Select((c, i) => c.Kind == ColumnKind.Unit && i != last ? c with { Kind = ColumnKind.Other } : c)];
    }

    private static MoneyRole RoleOf(string heading)
    {
        if (Has(heading, ["标准", "人均", "每人", "元/人", "每户"])) return MoneyRole.PerPerson;
        if (Has(heading, ["价值", "折合", "折价"])) return MoneyRole.GoodsValue;
        return Has(heading, ["捐"]) ? MoneyRole.Raised : MoneyRole.Total;
    }

    /// <summary>"拨款金额(万元)" → 拨款金额 and 万元.</summary>
    private static (string Label, string Unit) Bracket(string heading)
    {
        int open = heading.IndexOfAny(['(', '（', '[', '/']), close = heading.IndexOfAny([')', '）', ']']);
        if (open <= 0) return (heading, "");
        return (heading[..open], heading[(open + 1)..(close > open ? close : heading.Length)].Replace("单位", "", StringComparison.Ordinal).Trim(':', '：'));
    }

    private static bool Has(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));
}
