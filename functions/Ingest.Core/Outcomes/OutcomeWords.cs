using System.Globalization;
using Ingest.Core.Reading;

namespace Ingest.Core.Outcomes;

/// <summary>What receipts and pages say about a report, in simplified Chinese.</summary>
public static class OutcomeWords
{
    private const int Context = 14;
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>One sentence on how the report ended.</summary>
    public static string Sentence(ReportOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Refusal is { } refusal) return refusal.Message;
        var what = outcome.Entries.Count > 0 ? $"压缩包内共 {outcome.Entries.Count} 份文件" : "文件已读取";
        var found = outcome.MeasureCount == 0 ? "，没有找到举措" : $"，找到 {outcome.MeasureCount} 条举措";
        return what + found + (outcome.WarningCount == 0 ? "。" : $"，有 {outcome.WarningCount} 处存疑。");
    }

    /// <summary>What the office can do now.</summary>
    public static string Advice(ReportOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome switch
        {
            { Refusal: { } refusal } => refusal.Advice,
            { WarningCount: > 0 } => "请对照下面的存疑之处核对原文；如原文有误，改正后用同样的文件名重新上传即可，系统会自动替换。",
            { MeasureCount: 0 } => "如果文件里确实写有举措，请检查文字是否完整，改正后用同样的文件名重新上传。",
            _ => "不需要做什么。如需更正，用同样的文件名重新上传即可，系统会自动替换。",
        };
    }

    /// <summary>Format and encoding.</summary>
    public static string Kind(ReportOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var format = outcome.Format switch
        {
            null => outcome.Entries.Count > 0 ? "ZIP 压缩包" : "未识别",
            ReportFormat.Text => "文本",
            ReportFormat.Html => "网页",
            ReportFormat.Mht => "网页存档（MHT）",
            ReportFormat.Docx => "Word 文档（docx）",
            ReportFormat.Doc => "Word/WPS 文档（doc）",
            ReportFormat.Csv => "CSV 表格",
            ReportFormat.Xlsx => "Excel 表格（xlsx）",
            ReportFormat.Xls => "Excel/WPS 表格（xls）",
            var other => other.Value.ToString().ToUpperInvariant(),
        };
        return outcome.Encoding is { } encoding ? $"{format}，{encoding.ToUpperInvariant()}" : format;
    }

    /// <summary>A moment on the clock of Beijing: 2026年11月22日 16:05.</summary>
    public static string Moment(DateTimeOffset time) => time.ToOffset(Beijing).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A size: 12 KB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MB"),
    };

    /// <summary>The words around a place in a text, on one line.</summary>
    public static string Around(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = Math.Clamp(span.Start - Context, 0, text.Length);
        var to = Math.Clamp(Math.Min(span.End, span.Start + (Context * 3)) + Context, from, text.Length);
        if (from < to && char.IsLowSurrogate(text[from])) from++;
        if (from < to && char.IsHighSurrogate(text[to - 1])) to--;
        return (from > 0 ? "…" : "") + text[from..to].ReplaceLineEndings(" ") + (to < text.Length ? "…" : "");
    }
}
