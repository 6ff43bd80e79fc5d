using System.Xml;
using Ingest.Core.Reading.Zips;

namespace Ingest.Core.Reading.Word;

/// <summary>Word documents in Office Open XML: the body, then footnotes and endnotes.</summary>
internal static class DocxFormat
{
    public static ReportText Read(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        using var zip = SafeZip.Open(file, budget);
        var document = new DocumentText(budget);
        var damaged = false;
        foreach (var part in Parts(zip))
        {
            if (zip.Find(part) is not { } entry) continue;
            try
            {
                using var xml = SafeXml.Open(zip.Read(entry), budget);
                new WordXml(document, budget).Read(xml);
            }
            catch (Exception e) when (document.Length > 0 && (e is InvalidDataException || e is XmlException && !SafeXml.IsDtd(e)))
            {
                damaged = true; // what was read before the broken place stands
            }
        }

        return document.Build(ReportFormat.Docx) with { Title = Title(zip, budget), Warnings = damaged ? [ReadingWarnings.PartDamaged] : [] };
    }

    private static IEnumerable<string> Parts(SafeZip zip)
    {
        yield return zip.Find("word/document.xml") is not null ? "word/document.xml" : zip.Entries
            .Select(e => e.FullName)
            .FirstOrDefault(n => n.StartsWith("word/document", StringComparison.Ordinal) && n.EndsWith(".xml", StringComparison.Ordinal))
            ?? throw new UnreadableException(Refusals.Damaged);
        yield return "word/footnotes.xml";
        yield return "word/endnotes.xml";
    }

    private static string? Title(SafeZip zip, ReadingBudget budget)
    {
        if (zip.Find("docProps/core.xml") is not { } entry) return null;
        try
        {
            using var xml = SafeXml.Open(zip.Read(entry), budget);
            if (!xml.ReadToFollowing("title", "http://purl.org/dc/elements/1.1/")) return null;
            var title = xml.ReadElementContentAsString().Trim();
            return title.Length is 0 or > 200 ? null : title;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            return null;
        }
    }
}
