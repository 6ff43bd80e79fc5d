using System.Text;
using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Extraction.Segmenting;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Tables;

/// <summary>
/// The actors and places that a table names. Cells are read as lines of their own under the lines above the table, so
/// that 市总工会 in a cell is that of the city above it; among numbers and tabs a name has no borders.
/// </summary>
internal sealed class TableNames
{
    private const string Predicate = "开展慰问活动。\n"; // names are read as the subjects of sentences
    private readonly Dictionary<TextSpan, (Actor? Actor, string? Place)> _cells = [];

    private TableNames(Actor? issuer) => Issuer = issuer;

    /// <summary>Who allots: the last actor named above the table, or null.</summary>
    public Actor? Issuer { get; }

    /// <summary>Who a cell names, and where that is.</summary>
    public (Actor? Actor, string? Place) In(TextSpan cell) => _cells.GetValueOrDefault(cell);

    /// <summary>Reads the names in one pass.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="above">The lines above the table.</param>
    /// <param name="cells">The cells that name units, in order.</param>
    /// <param name="source">The paper or site that the report comes from.</param>
    public static TableNames Of(string text, TextSpan above, IReadOnlyList<TextSpan> cells, string? source)
    {
        var lines = new StringBuilder();
        foreach (var line in above.In(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) lines.Append(line).Append(Predicate);
        var first = lines.Length;
        var starts = new List<int>(cells.Count);
        foreach (var cell in cells)
        {
            starts.Add(lines.Length);
            lines.Append(cell.In(text)).Append(Predicate);
        }

        var normal = NormalText.Of(lines.ToString());
        var names = DocumentNames.Of(DocumentOutline.Of(normal.Text), source);
        var actors = names.Actors.Select(a => (normal.ToOriginal(a.Span.Start, a.Span.End).Start, a.Actors)).ToList();
        var read = new TableNames(actors.LastOrDefault(a => a.Start < first).Actors is [var issuer, ..] ? issuer : null);
        foreach (var (start, found) in actors.Where(a => a.Start >= first)) read.Put(Cell(start), found is [var actor, ..] ? actor : null, null);
        foreach (var place in names.Places) read.Put(Cell(normal.ToOriginal(place.Span.Start, place.Span.End).Start), null, place.Place.Code);
        return read;

        TextSpan? Cell(int offset)
        {
            var at = starts.BinarySearch(offset);
            at = at >= 0 ? at : ~at - 1;
            return at < 0 ? null : cells[at];
        }
    }

    private void Put(TextSpan? cell, Actor? actor, string? place)
    {
        if (cell is not { } known) return;
        var (before, where) = _cells.GetValueOrDefault(known);
        _cells[known] = (before ?? actor, where ?? place);
    }
}
