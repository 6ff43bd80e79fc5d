using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Pages;

/// <summary>A run of a report's text that is shown in one way.</summary>
/// <param name="Text">The characters; for a gap what is said in their place.</param>
public sealed record TextRun(string Text)
{
    /// <summary>Ids of the measures whose passage begins here.</summary>
    public IReadOnlyList<string> Begins { get; init; } = [];

    /// <summary>Whether a measure's passage covers it.</summary>
    public bool Marked { get; init; }

    /// <summary>Whether a warning covers it.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Whether it stands for text that is left out.</summary>
    public bool Gap { get; init; }
}

/// <summary>Cuts a text into runs at the borders of passages and warnings, which may overlap.</summary>
public static class MarkedText
{
    /// <summary>Longer texts are shown around their passages only, in UTF-16 units.</summary>
    public const int LongestWhole = 200_000;

    private const int KeptBeside = 1_000;

    /// <summary>Cuts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="measures">Measures with their passages; those outside the text are left out.</param>
    /// <param name="warnings">Warnings; those without a place are left out.</param>
    public static IReadOnlyList<TextRun> Cut(string text, IReadOnlyList<Measure> measures, IReadOnlyList<ReportWarning> warnings)
    {
        ArgumentNullException.ThrowIfNull(text);
        var passages = measures.Where(m => IsWithin(m.Span, text)).OrderBy(m => m.Span.Start).ToList();
        var doubts = warnings.Select(w => w.Span).OfType<TextSpan>().Where(s => IsWithin(s, text)).ToList();
        var begins = passages.ToLookup(m => m.Span.Start, m => m.Id.Value);
        var marked = Changes(passages.Select(m => m.Span));
        var doubtful = Changes(doubts);
        var borders = new SortedSet<int>([.. marked.Keys, .. doubtful.Keys, text.Length]);

        var runs = new List<TextRun>();
        var (from, marks, doubtCount) = (0, 0, 0);
        foreach (var to in borders)
        {
            if (to > from)
            {
                var run = new TextRun(text[from..to]) { Begins = [.. begins[from]], Marked = marks > 0, Doubtful = doubtCount > 0 };
                runs.AddRange(text.Length > LongestWhole && !run.Marked ? Shortened(run) : [run]);
            }

            marks += marked.GetValueOrDefault(to);
            doubtCount += doubtful.GetValueOrDefault(to);
            from = to;
        }

        return runs;
    }

    /// <summary>By how much the number of covering spans changes at each border.</summary>
    private static Dictionary<int, int> Changes(IEnumerable<TextSpan> spans)
    {
        var changes = new Dictionary<int, int>();
        foreach (var span in spans)
        {
            changes[span.Start] = changes.GetValueOrDefault(span.Start) + 1;
            changes[span.End] = changes.GetValueOrDefault(span.End) - 1;
        }

        return changes;
    }

    private static IEnumerable<TextRun> Shortened(TextRun run)
    {
        if (run.Text.Length <= KeptBeside * 3)
        {
            yield return run;
            yield break;
        }

        yield return run with { Text = run.Text[..KeptBeside] };
        yield return new TextRun($"（此处略去 {run.Text.Length - (KeptBeside * 2)} 字）") { Gap = true };
        yield return run with { Text = run.Text[^KeptBeside..], Begins = [] };
    }

    private static bool IsWithin(TextSpan span, string text) => span.Start >= 0 && span.Start < span.End && span.End <= text.Length;
}
