using System.Text;

namespace Ingest.Core.Reading.Layout;

/// <summary>Places glyphs on a page and joins those that follow each other to runs.</summary>
internal sealed class PageText
{
    private const double Overlap = 0.3;
    private const double Gap = 0.1; // a wider one may be a blank, which rows decide
    private const int MostRuns = 200_000; // a dense page has some thousands
    private const double SameLine = 0.05;
    private readonly List<PlacedText> _runs = [];
    private readonly StringBuilder _run = new();
    private double _x;
    private double _y;
    private double _right;
    private double _size;

    public IReadOnlyList<PlacedText> Runs
    {
        get
        {
            Flush();
            return _runs;
        }
    }

    /// <summary>Glyphs that no table of the file turns into text.</summary>
    public int Unmapped { get; set; }

    public int Mapped { get; private set; }

    public void Add(string text, double x, double y, double width, double size)
    {
        Mapped++;
        var follows = _run.Length > 0 && Math.Abs(y - _y) < SameLine * size && x - _right < Gap * size && _right - x < Overlap * size && Math.Abs(size - _size) < 0.01 * size;
        if (!follows)
        {
            Flush();
            (_x, _y, _size) = (x, y, size);
        }

        _run.Append(Radicals.Unified(text));
        _right = x + width;
    }

    private void Flush()
    {
        if (_runs.Count >= MostRuns) throw new UnreadableException(Refusals.TooManyObjects);
        if (_run.Length > 0 && !string.IsNullOrWhiteSpace(_run.ToString())) _runs.Add(new PlacedText(_run.ToString(), _x, _y, _right - _x, _size));
        _run.Clear();
    }
}
