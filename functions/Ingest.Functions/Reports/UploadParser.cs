using Ingest.Core.Extraction;
using Ingest.Core.Outcomes;
using Ingest.Core.Reading;
using Ingest.Functions.Tables;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Reports;

/// <summary>The second stage, <see cref="MeasureExtractor.Extract"/>; the storage tests put in one whose results they choose.</summary>
public delegate ExtractedReport Extraction(ReportText report, CancellationToken cancellationToken);

/// <summary>Runs the two pure stages on an upload: reading, then extraction. Whatever the bytes are, an outcome comes of it.</summary>
public sealed partial class UploadParser(Extraction extraction, IOptions<IngestOptions> options, TimeProvider clock, ILogger<UploadParser> logger)
{
    /// <summary>More measures than any report has; what an attack finds is bounded by it.</summary>
    private const int MostMeasures = 20_000;

    private const int MostWarnings = 10_000;

    /// <summary>What the program says of itself where it failed.</summary>
    private static readonly Refusal OwnFault = new("internal-error", "系统处理这份文件时出错，已通知管理员。", "请保留原文件，修复后系统会自动重新读取，不必重新上传。");

    /// <summary>Reads and extracts. The caller completes times and history.</summary>
    public ParsedUpload Parse(Upload upload, CancellationToken cancellationToken)
    {
        using var span = IngestTelemetry.Start("report.parse");
        var begun = clock.GetTimestamp();
        var outcome = new ReportOutcome(upload.Path, "", ReportStatus.Read) { Size = upload.Size, Fingerprint = upload.Fingerprint };
        var (main, entries) = Read(upload, outcome, cancellationToken) switch
        {
            ReadResult.Refused refused => (Refuse(outcome, refused.Reason), []),
            ReadResult.Read { Entries: [{ Path: "" } only] } => (Extract(outcome, only.Content, cancellationToken), []),
            ReadResult.Read many => Archive(outcome, many.Entries, cancellationToken),
            _ => (Refuse(outcome with { Status = ReportStatus.Failed }, OwnFault), (IReadOnlyList<ParsedReport>)[]),
        };
        return new ParsedUpload(main, entries, clock.GetElapsedTime(begun));
    }

    private ReadResult? Read(Upload upload, ReportOutcome outcome, CancellationToken cancellationToken)
    {
        if (upload.Bytes is not { } bytes)
        {
            return new ReadResult.Refused(Refusals.TooLarge);
        }

        try
        {
            return ReportReader.Read(bytes, outcome.FileName, options.Value.Reading, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogReadingFailed(failure, outcome.Id.Value);
            return null;
        }
    }

    private (ParsedReport Main, IReadOnlyList<ParsedReport> Entries) Archive(ReportOutcome outcome, IReadOnlyList<ReportEntry> entries, CancellationToken cancellationToken)
    {
        var paths = DistinctPaths(entries);
        var parsed = entries.Select((entry, index) => Extract(outcome with { Entry = paths[index] }, entry.Content, cancellationToken)).ToList();
        var status = parsed.All(p => p.Outcome.Status == ReportStatus.Read) ? ReportStatus.Read
            : parsed.All(p => p.Outcome.Status is ReportStatus.Refused or ReportStatus.Failed) ? ReportStatus.Refused
            : ReportStatus.Partly;
        var main = outcome with { Status = status, Entries = paths, MeasureCount = parsed.Sum(p => p.Measures.Count), WarningCount = parsed.Sum(p => p.Outcome.WarningCount) };
        return (new ParsedReport(main, null, []), parsed);
    }

    private ParsedReport Extract(ReportOutcome outcome, EntryContent content, CancellationToken cancellationToken)
    {
        if (content.Text is not { } text)
        {
            return Refuse(outcome, content.Refusal ?? OwnFault);
        }

        try
        {
            return Describe(outcome, text, extraction(text, cancellationToken));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogExtractionFailed(failure, outcome.Id.Value);
            return Refuse(outcome with { Status = ReportStatus.Failed, Format = text.Format }, OwnFault) with { Text = text };
        }
    }

    private static ParsedReport Describe(ReportOutcome outcome, ReportText text, ExtractedReport extracted)
    {
        var distinct = extracted.Measures.DistinctBy(m => m.Id).ToList();
        var measures = distinct.Where(StoredMeasureRow.Fits).Take(MostMeasures).ToList();
        var warnings = Doubts.Of(extracted with { Measures = measures });
        if (measures.Count < distinct.Count)
        {
            warnings.Insert(0, measures.Count == MostMeasures
                ? new ReportWarning("too-many-measures", $"一份报告最多收录 {MostMeasures} 条举措，其余未收录，请拆分成几份报告后上传。")
                : new ReportWarning("passage-too-long", "有一段文字过长且没有断句，未能作为举措收录，请检查原文的标点和换行。"));
        }

        var described = outcome with
        {
            Status = warnings.Count == 0 ? ReportStatus.Read : ReportStatus.Partly,
            Size = outcome.Entry.Length == 0 ? outcome.Size : text.Text.Length,
            Fingerprint = outcome.Entry.Length == 0 ? outcome.Fingerprint : ContentFingerprint.Of(text.Text),
            Format = text.Format,
            Encoding = text.Encoding,
            Title = extracted.Title ?? text.Title,
            Source = extracted.Source ?? text.Source,
            Published = extracted.Published ?? text.Published,
            MeasureCount = measures.Count,
            Warnings = [.. warnings.Take(MostWarnings)],
            WarningCount = warnings.Count,
        };
        return new ParsedReport(described, text, measures);
    }

    private static ParsedReport Refuse(ReportOutcome outcome, Refusal refusal) => new(
        outcome with { Status = outcome.Status == ReportStatus.Failed ? ReportStatus.Failed : ReportStatus.Refused, Refusal = refusal }, null, []);

    /// <summary>A zip may name two entries alike; the later ones get a number, so that each keeps a report of its own.</summary>
    private static List<string> DistinctPaths(IReadOnlyList<ReportEntry> entries)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. entries.Select(entry => (seen[entry.Path] = seen.GetValueOrDefault(entry.Path) + 1) is > 1 and var count ? $"{entry.Path} ({count})" : entry.Path)];
    }

    [LoggerMessage(1001, LogLevel.Error, "Reading failed on report {Report}; its outcome says so.")]
    private partial void LogReadingFailed(Exception exception, string report);

    [LoggerMessage(1002, LogLevel.Error, "Extraction failed on report {Report}; its outcome says so.")]
    private partial void LogExtractionFailed(Exception exception, string report);
}
