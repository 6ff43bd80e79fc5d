using System.Globalization;
using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Outcomes;
using Spectre.Console;

namespace Ingest.Local.Commands;

/// <summary>Shows a report's measures at a terminal.</summary>
internal static class MeasureTable
{
    private const int QuoteLength = 60;

    public static void Write(ExtractedDocument document)
    {
        var report = document.Report!;
        AnsiConsole.WriteLine();
        Terminal.Line($"[bold]{document.Name}[/]  {report.Title}");
        Terminal.Line($"[grey]published {report.Published?.ToString("O", CultureInfo.InvariantCulture) ?? "?"}, source {report.Source ?? "?"}, {report.Measures.Count} measures[/]");
        var table = new Table().Border(TableBorder.Simple).AddColumns("类别", "日期", "地点", "主体", "事实", "原文");
        foreach (var measure in report.Measures)
        {
            table.AddRow(new[] { measure.Category.ChineseName(), measure.Date?.ToString() ?? "", PlaceName(measure.Place), string.Join('、', measure.Orgs), Facts(measure), Quote(measure) }
                .Select(cell => new Text(cell)));
        }

        AnsiConsole.Write(table);
        foreach (var warning in Doubts.Of(report))
        {
            Terminal.Line($"[yellow]! {warning.Code}[/] {warning.Message}");
            if (warning.Span is { } span && document.Text is { } text)
            {
                Terminal.Line($"  [grey]{OutcomeWords.Around(text, span)}[/]");
            }
        }
    }

    private static string PlaceName(string? code) => Gazetteer.Find(code)?.Name ?? code ?? "";

    private static string Facts(Measure measure) => string.Join('，',
    [
        .. measure.Money.Select(money => $"{Number(money.Cny)}元{(money.Role == MoneyRole.PerPerson ? "/人" : "")}"),
        .. measure.Items.Select(item => $"{item.Name}{Number(item.Quantity)}{item.Unit}"),
        .. measure.People.Where(people => people.Count is not null).Select(people => $"{people.Group}{Number(people.Count!.Value)}"),
        .. measure.Numbers.Select(number => $"{number.What}{Number(number.Amount)}{number.Unit}"),
    ]);

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Quote(Measure measure)
    {
        var line = string.Concat(measure.Quote.Where(c => !char.IsWhiteSpace(c)));
        return line.Length > QuoteLength ? line[..QuoteLength] + "…" : line;
    }
}
