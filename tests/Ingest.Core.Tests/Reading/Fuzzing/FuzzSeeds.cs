using System.Text;

namespace Ingest.Core.Tests.Reading.Fuzzing;

/// <summary>Small valid files, at least one of every format.</summary>
internal static class FuzzSeeds
{
    private static readonly string[] FromDisk = ["r01.docx", "r01.doc", "r01.rtf", "r01.html", "r01.pdf", "table.docx", "table.doc", "table.rtf", "allocation.csv", "allocation.xls", "allocation.xlsx"];

    public static IEnumerable<(string Name, byte[] Bytes)> All
    {
        get
        {
            foreach (var name in FromDisk) yield return (name, TestFiles.Bytes(name));
            var report = TestFiles.Report("r01");
            yield return ("utf8.txt", Encoding.UTF8.GetBytes(report));
            yield return ("utf16.txt", Encoding.Unicode.GetBytes(report));
            yield return ("gb18030.txt", TestFiles.Gb18030.GetBytes(report));
            yield return ("page.mht", Making.Mht("<html><body><p>" + report + "</p></body></html>"));
            yield return ("layout.ofd", Making.Ofd([report]));
            yield return ("predefined.pdf", new PdfMaker().Page(PdfMaker.Lines(report)).Make());
            yield return ("reports.zip", Making.Zip(("通知.txt", Encoding.UTF8.GetBytes(report)), ("表/拨款.csv", TestFiles.Bytes("allocation.csv")), ("a.docx", TestFiles.Bytes("table.docx"))));
        }
    }
}
