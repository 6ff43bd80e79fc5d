namespace Ingest.Core.Reading;

/// <summary>What the office should know about a file that was read all the same.</summary>
internal static class ReadingWarnings
{
    public static ReportWarning LostCharacters { get; } = new("lost-characters", "部分文字的编码已损坏，显示为“\uFFFD”，请核对原文。");

    public static ReportWarning CharsetMismatch { get; } = new("charset-mismatch", "网页声明的字符编码与实际内容不符，已按实际内容读取。");

    public static ReportWarning PartDamaged { get; } = new("part-damaged", "文件的一部分已损坏，只读取了可用的内容，请核对原文。");

    public static ReportWarning UnmappedGlyphs { get; } = new("unmapped-glyphs", "部分字体没有提供文字对照，个别文字可能缺失，请核对原文。");

    public static ReportWarning SomePagesScanned { get; } = new("some-pages-scanned", "部分页面是扫描图片，没有读取，请另行提供这些页的文字。");

    public static ReportWarning HiddenSheet { get; } = new("hidden-sheet", "工作簿中有隐藏的工作表，没有读取。");

    public static ReportWarning FormatMismatch(string extension, string kind) =>
        new("format-mismatch", $"文件扩展名是“.{extension}”，实际内容是{kind}，已按实际内容读取。");
}
