using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.Core.Tests.Reading;

/// <summary>Makes small files of formats that no program here writes.</summary>
internal static class Making
{
    public static byte[] Zip(params (string Name, byte[] Content)[] entries) => Zip(Encoding.UTF8, entries);

    /// <summary>A zip whose names stand in an encoding, flagged as UTF-8 only by the framework's own rule.</summary>
    public static byte[] Zip(Encoding names, params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Docx(string body, params (string Name, string Xml)[] parts) => Zip(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8.ToArray()),
        ("word/document.xml", Encoding.UTF8.GetBytes(Word("document", $"<w:body>{body}</w:body>"))),
        .. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Xml))),
    ]);

    public static string Word(string root, string content) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">{content}</w:{root}>";

    /// <summary>An OFD with a page for each text and a text object for each line.</summary>
    public static byte[] Ofd(IReadOnlyList<string> pages)
    {
        const string Ns = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        var list = string.Concat(pages.Select((_, i) => $"<ofd:Page ID=\"{i + 1}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>"));
        return Zip(
        [
            ("OFD.xml", Encoding.UTF8.GetBytes($"<ofd:OFD {Ns}><ofd:DocBody><ofd:DocInfo><ofd:Title>通知</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")),
            ("Doc_0/Document.xml", Encoding.UTF8.GetBytes($"<ofd:Document {Ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{list}</ofd:Pages></ofd:Document>")),
            .. pages.Select((text, i) => ($"Doc_0/Pages/Page_{i}/Content.xml", Encoding.UTF8.GetBytes($"<ofd:Page {Ns}><ofd:Content><ofd:Layer>{OfdLines(text)}</ofd:Layer></ofd:Content></ofd:Page>"))),
        ]);
    }

    private static string OfdLines(string text)
    {
        var lines = new StringBuilder();
        var y = 25.0;
        foreach (var line in PdfMaker.Lines(text, width: 38))
        {
            lines.Append(CultureInfo.InvariantCulture, $"<ofd:TextObject Boundary=\"25 {y} 160 5\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g {Math.Max(line.Length - 1, 1)} 4\">{System.Security.SecurityElement.Escape(line)}</ofd:TextCode></ofd:TextObject>");
            y += 6;
        }

        return lines.ToString();
    }

    public static byte[] Mht(string html) => Encoding.ASCII.GetBytes(
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Boundary\"\r\n\r\n------Boundary\r\n"
        + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(Encoding.UTF8.GetBytes(html), Base64FormattingOptions.InsertLineBreaks)
        + "\r\n------Boundary\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------Boundary--\r\n");
}
