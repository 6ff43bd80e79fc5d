using System.Text;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Reading;

public sealed class ReadingLimitsTests
{
    private static readonly byte[] Report = Encoding.UTF8.GetBytes("武汉市总工会慰问一线职工，发放口罩一百个。");

    [Fact]
    public void Read_Refuses_For_A_File_Past_The_Size() =>
        Assert.Equal("too-large", Read.Refusal(Report, limits: new() { MaxBytes = 10 }).Code);

    [Fact]
    public void Read_Refuses_For_More_Text_Than_The_Limit() =>
        Assert.Equal("too-much-text", Read.Refusal(Report, limits: new() { MaxCharacters = 10 }).Code);

    [Fact]
    public void Read_Refuses_For_A_Part_That_Unpacks_Too_Large() =>
        Assert.Equal("unpacks-too-large", Read.Refusal(Making.Docx(Paragraph(new string('工', 100_000))), limits: new() { MaxPartBytes = 50_000 }).Code);

    [Fact]
    public void Read_Refuses_For_A_Zip_Bomb()
    {
        var bomb = Making.Zip([.. Enumerable.Range(0, 30).Select(i => ($"{i}.txt", new byte[1_000_000]))]);
        Assert.True(bomb.Length < 100_000);
        var entries = Assert.IsType<ReadResult.Read>(ReportReader.Read(bomb, "", new ReadingLimits { MaxUnpackedBytes = 10_000_000 }, TestContext.Current.CancellationToken)).Entries;
        Assert.Equal("unpacks-too-large", entries[^1].Content.Refusal?.Code);
        Assert.True(entries.Count <= 11);
    }

    [Fact]
    public void Read_Refuses_For_More_Entries_Than_The_Limit() =>
        Assert.Equal("too-many-entries", Read.Refusal(Making.Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i}.txt", Report))]), limits: new() { MaxEntries = 10 }).Code);

    [Fact]
    public void Read_Refuses_For_More_Pages_Than_The_Limit()
    {
        var pdf = new PdfMaker();
        for (var i = 0; i < 5; i++) pdf.Page(["第一页"]);
        Assert.Equal("too-many-pages", Read.Refusal(pdf.Make(), limits: new() { MaxPages = 4 }).Code);
    }

    [Fact]
    public void Read_Refuses_For_More_Objects_Than_The_Limit() =>
        Assert.Equal("too-many-objects", Read.Refusal(Making.Docx(string.Concat(Enumerable.Repeat(Paragraph("工会"), 200))), limits: new() { MaxObjects = 100 }).Code);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("<</A", ">>")]
    public void Read_Refuses_For_Pdf_Objects_That_Nest_Without_End(string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.Equal("nested-too-deep", Read.Refusal(new PdfMaker { Trailer = "/X " + nested }.Page(["工会"]).Make()).Code);
    }

    [Fact]
    public void Read_Refuses_For_Word_Tables_That_Nest_Without_End() =>
        Assert.Equal("nested-too-deep", Read.Refusal(Making.Docx(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 1_000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 1_000)))).Code);

    [Fact]
    public void Read_Refuses_For_Rtf_Groups_That_Nest_Without_End() =>
        Assert.Equal("nested-too-deep", Read.Refusal(Encoding.ASCII.GetBytes(@"{\rtf1" + new string('{', 100_000))).Code);

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("table")]
    public void Read_Ends_For_Html_That_Nests_Without_End(string element)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat($"<{element}>", 20_000)) + "武汉市总工会慰问一线职工。";
        var result = ReportReader.Read(Encoding.UTF8.GetBytes(page), "", new ReadingLimits { Time = TimeSpan.FromSeconds(10) }, TestContext.Current.CancellationToken);
        if (result is ReadResult.Refused { Reason: var reason }) Assert.Contains(reason.Code, (string[])["nested-too-deep", "too-slow", "too-many-objects"]);
        else Assert.Contains("武汉市总工会", Assert.IsType<ReadResult.Read>(result).Entries[0].Content.Text!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Refuses_For_Xml_With_A_Dtd()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
        Assert.Equal("unsafe-xml", Read.Refusal(Making.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", Encoding.UTF8.GetBytes(bomb)))).Code);
    }

    /// <summary>Found by the fuzz test: the library counts to the number of rows that the file states.</summary>
    [Fact]
    public void Read_Refuses_For_A_Sheet_That_States_Rows_Without_End() =>
        Assert.Equal("damaged", Read.Refusal(TestFiles.Bytes("broken/rows-without-end.xls")).Code);

    [Fact]
    public void Read_Refuses_For_A_File_That_Takes_Too_Long() =>
        Assert.Equal("too-slow", Read.Refusal(Making.Docx(string.Concat(Enumerable.Repeat(Paragraph("工会"), 100_000))), limits: new() { Time = TimeSpan.FromMilliseconds(1) }).Code);

    [Fact]
    public void Read_Throws_For_A_Caller_That_Cancels()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ReportReader.Read(Report, "", cancelled.Token));
    }

    private static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
}
