using System.Globalization;
using System.Text;

namespace Ingest.Core.Tests.Reading;

/// <summary>Writes small PDFs whose Chinese text uses a predefined code map and no ToUnicode, as official ones do.</summary>
internal sealed class PdfMaker(string map = "GBK-EUC-H", Encoding? encoding = null)
{
    private const double Size = 12;
    private readonly List<string> _contents = [];
    private readonly Encoding _encoding = encoding ?? TestFiles.Gb18030;

    /// <summary>What goes into the trailer besides the root.</summary>
    public string Trailer { get; init; } = "";

    /// <summary>Breaks a text into lines of so many characters.</summary>
    public static IEnumerable<string> Lines(string text, int width = 36) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(p => p.Chunk(width).Select(c => new string(c)));

    /// <summary>A page of lines at the usual margins, 18 points apart.</summary>
    public PdfMaker Page(IEnumerable<string> lines, double x = 72, double top = 770) =>
        Page([.. lines.Select((line, i) => (line, x, top - (i * 18)))]);

    /// <summary>A page of lines at places.</summary>
    public PdfMaker Page(params (string Text, double X, double Y)[] lines)
    {
        var content = new StringBuilder();
        foreach (var (text, x, y) in lines)
        {
            content.Append(CultureInfo.InvariantCulture, $"BT /F1 {Size} Tf 1 0 0 1 {x} {y} Tm <{Convert.ToHexString(_encoding.GetBytes(text))}> Tj ET\n");
        }

        _contents.Add(content.ToString());
        return this;
    }

    /// <summary>A page with operators as they stand.</summary>
    public PdfMaker Raw(string content)
    {
        _contents.Add(content);
        return this;
    }

    public byte[] Make()
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {_contents.Count}/Kids[{string.Join(' ', _contents.Select((_, i) => $"{6 + (i * 2)} 0 R"))}]/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 5 0 R>>>>>>",
            $"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{map}/DescendantFonts[4 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>",
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n0\nendstream",
        };
        foreach (var (content, i) in _contents.Select((c, i) => (c, i)))
        {
            objects.Add($"<</Type/Page/Parent 2 0 R/Contents {7 + (i * 2)} 0 R>>");
            objects.Add($"<</Length {content.Length}>>\nstream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R{Trailer}>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
