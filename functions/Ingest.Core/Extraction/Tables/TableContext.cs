using Ingest.Core.Extraction.Assembling;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Tables;

/// <summary>What the report around a table tells of it: the text as uploaded, its source, its years.</summary>
internal sealed class TableContext(ReportReading reading)
{
    private const int LinesAbove = 300;
    private readonly DateResolver _dates = DateResolver.Of(reading.Normal.Text, reading.Scan.Dates, reading.Published);

    public string Text => reading.Normal.Original;

    public string? Source => reading.Source;

    /// <summary>The lines over a table: its title and what leads to it.</summary>
    public TextSpan Above(ReportTable table)
    {
        var end = table.Rows[0][0].Start;
        var start = Math.Max(0, end - LinesAbove);
        var line = start == 0 ? 0 : Text.IndexOf('\n', start) + 1;
        return new TextSpan(line > 0 && line <= end ? line : start, end);
    }

    /// <summary>The day that a cell states.</summary>
    public MeasureDate? Day(string cell)
    {
        var text = NormalText.Of(cell).Text.Trim();
        return DateReader.TryRead(text, 0, out var date) ? _dates.Resolve(date, null) : null;
    }
}
