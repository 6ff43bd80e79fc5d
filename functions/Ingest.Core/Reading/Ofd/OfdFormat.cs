using System.Globalization;
using System.Xml;
using Ingest.Core.Reading.Layout;
using Ingest.Core.Reading.Zips;

namespace Ingest.Core.Reading.Ofd;

/// <summary>OFD (GB/T 33190): a zip of XML that places runs of text on pages, in millimetres from the upper left corner.</summary>
internal static class OfdFormat
{
    private const double A4Height = 297;

    public static ReportText Read(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        using var zip = SafeZip.Open(file, budget);
        if (zip.Entries.Any(e => e.FullName.EndsWith("Encryptions.xml", StringComparison.OrdinalIgnoreCase))) throw new UnreadableException(Refusals.Encrypted);
        var root = Elements(zip, "OFD.xml", budget, "Title", "DocRoot", "PublishDate");
        var layout = new LayoutText(budget);
        int pages = 0, scanned = 0;
        foreach (var document in root.Where(e => e.Name == "DocRoot").Select(e => Resolve("", e.Text)).Distinct())
        {
            var parts = Elements(zip, document, budget, "PhysicalBox", "Page");
            var height = parts.Where(e => e.Name == "PhysicalBox").Select(e => Numbers(e.Text)).FirstOrDefault(b => b.Length == 4)?[3] ?? A4Height;
            foreach (var page in parts.Where(e => e is { Name: "Page", Location: not null }))
            {
                budget.Page();
                pages++;
                if (!AddPage(zip, Resolve(document, page.Location!), height, layout, budget)) scanned++;
            }
        }

        if (pages == 0) throw new UnreadableException(Refusals.Damaged);
        if (scanned == pages) throw new UnreadableException(Refusals.Scanned);
        var text = new DocumentText(budget);
        layout.Write(text);
        return text.Build(ReportFormat.Ofd) with
        {
            Title = root.Where(e => e.Name == "Title").Select(e => e.Text.Trim()).FirstOrDefault(t => t.Length is > 0 and <= 200),
            Warnings = scanned > 0 ? [ReadingWarnings.SomePagesScanned] : [],
        };
    }

    /// <summary>Adds a page; false if it holds pictures and no text.</summary>
    private static bool AddPage(SafeZip zip, string path, double height, LayoutText layout, ReadingBudget budget)
    {
        if (zip.Find(path) is not { } entry) return true;
        var page = new OfdPage(height, budget);
        using (var xml = SafeXml.Open(zip.Read(entry), budget)) page.Read(xml);
        layout.Add(new PlacedPage(page.Height, page.Runs));
        return page.Runs.Count > 0 || !page.HasImages;
    }

    private static List<(string Name, string Text, string? Location)> Elements(SafeZip zip, string path, ReadingBudget budget, params string[] names)
    {
        var found = new List<(string, string, string?)>();
        if (zip.Find(path) is not { } entry) return found;
        using var xml = SafeXml.Open(zip.Read(entry), budget);
        while (xml.Read())
        {
            budget.Tick();
            if (xml.NodeType != XmlNodeType.Element || !names.Contains(xml.LocalName)) continue;
            var (name, location) = (xml.LocalName, xml.GetAttribute("BaseLoc"));
            found.Add((name, location is null && !xml.IsEmptyElement && xml.Read() && xml.NodeType == XmlNodeType.Text ? xml.Value : "", location));
        }

        return found;
    }

    /// <summary>A path inside the zip, as seen from the part that names it. It only ever looks up an entry.</summary>
    private static string Resolve(string from, string path)
    {
        path = path.Trim().Replace('\\', '/');
        if (path.StartsWith('/')) return path[1..];
        var slash = from.LastIndexOf('/');
        return slash < 0 ? path : $"{from[..slash]}/{path}";
    }

    /// <summary>Numbers parted by blanks; those that cannot be read are 0.</summary>
    public static double[] Numbers(string? text) =>
        [.. (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(4096).Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0)];
}
