using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Tables;

/// <summary>Turns a row of an allocation table into a measure.</summary>
internal static class TableRow
{
    /// <summary>The measure, or null where the row names no unit or no amount.</summary>
    public static Measure? Measure(IReadOnlyList<TextSpan> row, IReadOnlyList<TableColumn> columns, TableTerms terms, TableContext context)
    {
        var unitColumn = columns.FirstOrDefault(c => c.Kind == ColumnKind.Receiver) ?? columns.First(c => c.Kind == ColumnKind.Unit);
        if (unitColumn.Index >= row.Count) return null;
        var unitCell = row[unitColumn.Index];
        var unit = NormalText.Of(unitCell.In(context.Text)).Text.Trim();
        if (unit.Length < 2 || char.IsAsciiDigit(unit[0])) return null;

        var money = Money(row, columns, terms, context);
        var items = Items(row, columns, context);
        if (money.Count == 0 && items.Count == 0) return null;

        var (actor, place) = terms.Names.In(unitCell);
        var giver = columns.FirstOrDefault(c => c.Kind == ColumnKind.Unit) is { } own && own != unitColumn && own.Index < row.Count ? terms.Names.In(row[own.Index]).Actor : null;
        var isReceiver = unitColumn.Kind == ColumnKind.Receiver || terms.Names.Issuer is { } named && named.Name != actor?.Name;
        var issuer = giver ?? terms.Names.Issuer;
        var span = new TextSpan(row.First(c => c.Length > 0).Start, row.Last(c => c.Length > 0).End);
        return new Measure(span, CategoryOf(money, terms))
        {
            Quote = span.In(context.Text),
            Orgs = isReceiver ? issuer is null ? [] : [issuer.Name] : [actor?.Name ?? unit],
            Place = actor?.Place ?? place ?? issuer?.Place,
            Date = columns.Where(c => c.Kind == ColumnKind.Date && c.Index < row.Count).Select(c => context.Day(row[c.Index].In(context.Text))).FirstOrDefault(d => d is not null),
            Money = money,
            Items = items,
            People = [.. isReceiver ? [new Beneficiaries(actor?.Name ?? unit, null)] : Array.Empty<Beneficiaries>(), .. People(row, columns, context)],
            Rule = "table-row",
        };
    }

    private static Category CategoryOf(List<Money> money, TableTerms terms)
    {
        if (terms.IsDonation || money.Any(m => m.Role == MoneyRole.Raised)) return Category.Donation;
        return money.Any(m => m.Role != MoneyRole.GoodsValue) ? Category.Funds : Category.Supplies;
    }

    private static List<Money> Money(IReadOnlyList<TextSpan> row, IReadOnlyList<TableColumn> columns, TableTerms terms, TableContext context)
    {
        var amounts = new List<(TableColumn Column, decimal Cny)>();
        foreach (var (column, number) in Numbers(row, columns, ColumnKind.Amount, context))
        {
            var scale = CellNumber.Yuan(number.Unit) ?? CellNumber.Yuan(column.Unit) ?? CellNumber.Yuan(terms.MoneyUnit);
            if (scale is { } yuan) amounts.Add((column, number.Value * yuan));
        }

        var hasSum = amounts.Count > 1 && amounts.Any(a => a.Column.IsSum);
        return [.. amounts.Select(a => new Money(a.Cny, terms.IsDonation && a.Column.Role == MoneyRole.Total ? MoneyRole.Raised : a.Column.Role) { PartOf = hasSum && !a.Column.IsSum && a.Column.Role == MoneyRole.Total })];
    }

    private static List<Item> Items(IReadOnlyList<TextSpan> row, IReadOnlyList<TableColumn> columns, TableContext context)
    {
        var items = Numbers(row, columns, ColumnKind.Goods, context).Select(n => new Item(n.Column.Label, n.Number.Value, n.Number.Unit.Length > 0 ? n.Number.Unit : n.Column.Unit)).ToList();
        var name = Cell(row, columns, ColumnKind.GoodsName, context);
        foreach (var (column, number) in Numbers(row, columns, ColumnKind.GoodsCount, context))
        {
            var unit = number.Unit.Length > 0 ? number.Unit : column.Unit.Length > 0 ? column.Unit : Cell(row, columns, ColumnKind.GoodsUnit, context);
            if (name.Length > 0) items.Add(new Item(name, number.Value, unit));
        }

        return items;
    }

    private static IEnumerable<Beneficiaries> People(IReadOnlyList<TextSpan> row, IReadOnlyList<TableColumn> columns, TableContext context) =>
        Numbers(row, columns, ColumnKind.People, context).Select(n => new Beneficiaries(Group(n.Column.Label), n.Number.Value));

    /// <summary>"慰问职工人数" counts 职工; "慰问人数" names no group.</summary>
    private static string Group(string label)
    {
        var group = label.Replace("人数", "", StringComparison.Ordinal).Replace("户数", "户", StringComparison.Ordinal).Replace("人次", "", StringComparison.Ordinal).Replace("名额", "", StringComparison.Ordinal);
        foreach (var act in (string[])["慰问", "发放", "救助", "补助", "帮扶", "受益"])
        {
            if (group.StartsWith(act, StringComparison.Ordinal)) group = group[act.Length..];
        }

        return group.Length == 0 ? "慰问对象" : group;
    }

    private static IEnumerable<(TableColumn Column, CellNumber Number)> Numbers(IReadOnlyList<TextSpan> row, IReadOnlyList<TableColumn> columns, ColumnKind kind, TableContext context)
    {
        foreach (var column in columns.Where(c => c.Kind == kind && c.Index < row.Count))
        {
            if (CellNumber.TryRead(row[column.Index].In(context.Text), out var number)) yield return (column, number);
        }
    }

    private static string Cell(IReadOnlyList<TextSpan> row, IReadOnlyList<TableColumn> columns, ColumnKind kind, TableContext context) =>
        columns.FirstOrDefault(c => c.Kind == kind) is { } column && column.Index < row.Count ? NormalText.Of(row[column.Index].In(context.Text)).Text.Trim() : "";
}
