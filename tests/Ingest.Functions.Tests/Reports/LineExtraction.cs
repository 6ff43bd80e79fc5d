using System.Globalization;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Functions.Tests.Reports;

/// <summary>
/// An extraction whose results a test writes down: a line <c>place；organisation；yuan；words</c> is a measure, a line that begins
/// with <c>!</c> a warning, any other line nothing. Storage is tested apart from what the real extractor finds.
/// </summary>
internal static class LineExtraction
{
    public static ExtractedReport Extract(ReportText report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var measures = new List<Measure>();
        var warnings = new List<ReportWarning>(report.Warnings);
        var start = 0;
        foreach (var line in report.Text.Split('\n'))
        {
            var span = new TextSpan(start, start + line.Length);
            start += line.Length + 1;
            if (line == "crash")
            {
                throw new InvalidOperationException("A defect of the extractor.");
            }

            if (line.StartsWith('!'))
            {
                warnings.Add(new ReportWarning("doubt", line[1..], span));
            }
            else if (line.Split('；') is [var place, var org, var yuan, _])
            {
                measures.Add(new Measure(span, Category.Funds)
                {
                    Quote = line,
                    Orgs = [org],
                    Place = place.Length == 0 ? null : place,
                    Date = MeasureDate.Day(new DateOnly(2020, 2, 8)),
                    Money = [new Money(decimal.Parse(yuan, CultureInfo.InvariantCulture), MoneyRole.Total)],
                });
            }
        }

        return new ExtractedReport(measures) { Warnings = warnings, Title = report.Text.Split('\n')[0] };
    }

    /// <summary>A report with as many measures, each of another place.</summary>
    public static string Report(int count, int from = 0, string title = "关于慰问工作的报告") =>
        title + "\n" + string.Join('\n', Enumerable.Range(from, count).Select(Line));

    public static string Line(int number) => $"{110000 + (number * 100)}；第{number}市总工会；{(number + 1) * 10000}；拨付慰问资金用于慰问第{number}批一线职工";
}
