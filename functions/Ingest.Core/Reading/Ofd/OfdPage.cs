using System.Globalization;
using System.Xml;
using Ingest.Core.Reading.Layout;

namespace Ingest.Core.Reading.Ofd;

/// <summary>Places the text objects of one OFD page.</summary>
internal sealed class OfdPage(double height, ReadingBudget budget)
{
    private const int LongestRun = 100_000;
    private readonly PageText _page = new();
    private double[] _boundary = [0, 0, 0, 0];
    private Matrix _matrix = Matrix.Identity;
    private double _size;

    public double Height { get; private set; } = height;

    public bool HasImages { get; private set; }

    public IReadOnlyList<PlacedText> Runs => _page.Runs;

    public void Read(XmlReader xml)
    {
        var advance = true;
        while (!advance || xml.Read())
        {
            advance = true;
            budget.Tick();
            budget.Depth(xml.Depth);
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "TextObject": Begin(xml); break;
                case "ImageObject": HasImages = true; break;
                case "PhysicalBox": SetHeight(xml.ReadElementContentAsString()); advance = false; break;
                case "TextCode":
                    var (x, y, deltaX, deltaY) = (xml.GetAttribute("X"), xml.GetAttribute("Y"), xml.GetAttribute("DeltaX"), xml.GetAttribute("DeltaY"));
                    Place(xml.ReadElementContentAsString(), Number(x), Number(y), Deltas(deltaX), Deltas(deltaY));
                    advance = false;
                    break;
                default: break;
            }

            if (!advance && xml.EOF) return;
        }
    }

    private void Begin(XmlReader text)
    {
        budget.Object();
        var boundary = OfdFormat.Numbers(text.GetAttribute("Boundary"));
        _boundary = boundary.Length == 4 ? boundary : [0, 0, 0, 0];
        var m = OfdFormat.Numbers(text.GetAttribute("CTM"));
        _matrix = m.Length == 6 ? new Matrix(m[0], m[1], m[2], m[3], m[4], m[5]) : Matrix.Identity;
        _size = Number(text.GetAttribute("Size"));
    }

    private void SetHeight(string box)
    {
        if (OfdFormat.Numbers(box) is { Length: 4 } numbers && numbers[3] > 0) Height = numbers[3];
    }

    private void Place(string text, double x, double y, List<double> deltaX, List<double> deltaY)
    {
        text = text.Trim('\r', '\n');
        var size = Math.Abs(_size * (_matrix.D == 0 ? 1 : _matrix.D));
        if (text.Length > LongestRun || size is < 0.1 or > 1000 || Math.Abs(_matrix.B) > 0.2 * Math.Abs(_matrix.A)) return;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            budget.Tick();
            var advance = index < deltaX.Count ? deltaX[index] : deltaY.Count > 0 ? 0 : _size * (rune.Value < 0x2E80 ? 0.5 : 1);
            var at = Matrix.Move(x, y) * _matrix;
            var width = Math.Min(advance > 0 ? advance : _size, _size) * Math.Abs(_matrix.A);
            _page.Add(rune.ToString(), _boundary[0] + at.E, Height - (_boundary[1] + at.F), width, size);
            x += advance;
            y += index < deltaY.Count ? deltaY[index] : 0;
            index++;
        }
    }

    /// <summary>Steps between characters; "g 3 5.2" stands for three of 5.2.</summary>
    private static List<double> Deltas(string? text)
    {
        var deltas = new List<double>();
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length && deltas.Count < LongestRun; i++)
        {
            if (words[i] != "g")
            {
                deltas.Add(Number(words[i]));
                continue;
            }

            if (i + 2 >= words.Length) break;
            deltas.AddRange(Enumerable.Repeat(Number(words[i + 2]), (int)Math.Clamp(Number(words[i + 1]), 0, LongestRun)));
            i += 2;
        }

        return deltas;
    }

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
