using Ingest.Core.Extraction.Assembling;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Tables;

/// <summary>
/// Tables of allotted money and goods (拨款表, 物资发放表): a heading row, then a measure for each unit's row. Rows that add
/// up others are left out, so nothing is counted twice.
/// </summary>
internal static class AllocationTable
{
    private const int HeadingWithin = 4;
    private const double Confidence = 0.7;
    private static readonly string[] Relief = ["慰问", "疫情", "防控", "抗疫", "救助", "帮扶", "补助", "拨", "捐", "发放", "物资", "温暖", "困难"];
    private static readonly string[] TotalRows = ["合计", "总计", "小计", "共计", "累计", "总数"];

    /// <summary>The measures of all tables of a report, in the order of the text.</summary>
    public static IReadOnlyList<Measure> Measures(ReportText report, ReportReading reading)
    {
        if (report.Tables.Count == 0) return [];
        var context = new TableContext(reading);
        return [.. report.Tables.Where(t => t.Rows.Count > 1).SelectMany(t => OfTable(t, context))];
    }

    private static IEnumerable<Measure> OfTable(ReportTable table, TableContext context)
    {
        var above = context.Above(table).In(context.Text);
        for (var heading = 0; heading < Math.Min(HeadingWithin, table.Rows.Count - 1); heading++)
        {
            var texts = table.Rows[heading].Select(c => c.In(context.Text)).ToList();
            var columns = TableHeadings.Of(texts);
            if (columns.Count == 0) continue;
            var around = above + string.Concat(table.Rows.Take(heading + 1).SelectMany(r => r).Select(c => c.In(context.Text)));
            return Relief.Any(word => around.Contains(word, StringComparison.Ordinal))
                ? Rows(table, heading + 1, columns, new TableTerms(Names(table, heading + 1, columns, context), UnitOfMoney(around), around.Contains('捐', StringComparison.Ordinal)), context)
                : [];
        }

        return [];
    }

    private static TableNames Names(ReportTable table, int first, IReadOnlyList<TableColumn> columns, TableContext context)
    {
        var units = columns.Where(c => c.Kind is ColumnKind.Unit or ColumnKind.Receiver).ToList();
        return TableNames.Of(context.Text, context.Above(table), [.. table.Rows.Skip(first).SelectMany(row => units.Where(u => u.Index < row.Count).Select(u => row[u.Index]))], context.Source);
    }

    private static IEnumerable<Measure> Rows(ReportTable table, int first, IReadOnlyList<TableColumn> columns, TableTerms terms, TableContext context)
    {
        foreach (var row in table.Rows.Skip(first))
        {
            if (!IsTotal(row, context.Text) && TableRow.Measure(row, columns, terms, context) is { } measure) yield return measure with { Confidence = Confidence };
        }
    }

    private static bool IsTotal(IReadOnlyList<TextSpan> row, string text) => row
        .Select(c => c.In(text).Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal))
        .Any(cell => TotalRows.Any(word => cell.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>"单位：万元" above a table holds for all its amounts.</summary>
    private static string UnitOfMoney(string around)
    {
        var at = around.LastIndexOf("单位", StringComparison.Ordinal);
        while (at >= 0)
        {
            var rest = around.AsSpan(at + 2).TrimStart("：: ");
            foreach (var unit in (string[])["亿元", "万元", "千元", "元"])
            {
                if (rest.StartsWith(unit, StringComparison.Ordinal)) return unit;
            }

            at = at == 0 ? -1 : around.LastIndexOf("单位", at - 1, StringComparison.Ordinal);
        }

        return "元";
    }
}

/// <summary>What holds for all rows of a table.</summary>
/// <param name="Names">Who allots and who the rows name.</param>
/// <param name="MoneyUnit">Unit of amounts whose heading states none.</param>
/// <param name="IsDonation">Whether the table is of donations.</param>
internal sealed record TableTerms(TableNames Names, string MoneyUnit, bool IsDonation);
