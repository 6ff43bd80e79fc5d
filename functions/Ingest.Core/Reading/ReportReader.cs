using Ingest.Core.Reading.Detection;
using Ingest.Core.Reading.Zips;

namespace Ingest.Core.Reading;

/// <summary>Turns the bytes an office uploaded into text. The first stage of the pipeline.</summary>
public static class ReportReader
{
    /// <summary>Reads a file of any known format within the default limits.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Its name as uploaded; only a source of warnings where it contradicts the bytes.</param>
    /// <param name="cancellationToken">Stops reading between pages, entries and rows.</param>
    /// <returns>The reports in the file, or a refusal with advice. Never throws for bad input.</returns>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, string name, CancellationToken cancellationToken = default) =>
        Read(bytes, name, ReadingLimits.Default, cancellationToken);

    /// <summary>Reads a file of any known format.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Its name as uploaded; only a source of warnings where it contradicts the bytes.</param>
    /// <param name="limits">How much the file may ask for.</param>
    /// <param name="cancellationToken">Stops reading between pages, entries and rows.</param>
    /// <returns>The reports in the file, or a refusal with advice. Never throws for bad input.</returns>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, string name, ReadingLimits limits, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (bytes.Length > limits.MaxBytes) return new ReadResult.Refused(Refusals.TooLarge);
        var budget = new ReadingBudget(limits, cancellationToken);
        IReadOnlyList<ReportEntry> entries = [.. Entries(bytes, name, depth: 0, budget)];
        return entries switch
        {
            [] => new ReadResult.Refused(Refusals.Empty),
            [{ Path: "", Content.Refusal: { } refusal }] => new ReadResult.Refused(refusal),
            _ => new ReadResult.Read(entries),
        };
    }

    /// <summary>The reports in one file: itself, or what a zip holds. <paramref name="depth"/> counts the zips around it.</summary>
    internal static IReadOnlyList<ReportEntry> Entries(ReadOnlyMemory<byte> bytes, string name, int depth, ReadingBudget budget)
    {
        var path = depth == 0 ? "" : name;
        FileKind? kind = null;
        var content = GuardedRead.Run(
            () =>
            {
                kind = FormatDetection.Detect(bytes, budget);
                return kind switch
                {
                    { Refusal: { } refusal } => throw new UnreadableException(refusal),
                    { Format: { } format } => Formats.Read(format, bytes, kind.Decoded, budget),
                    _ => null,
                };
            },
            budget);
        if (kind == FileKind.Zip && content is null) return Unzipped(bytes, path, depth, budget);
        return [new ReportEntry(path, WithHint(content ?? EntryContent.Of(Refusals.TooSlow), name))];
    }

    /// <summary>A limit met inside a zip refuses the rest of it and keeps the reports already read.</summary>
    private static List<ReportEntry> Unzipped(ReadOnlyMemory<byte> bytes, string path, int depth, ReadingBudget budget)
    {
        var reports = new List<ReportEntry>();
        try
        {
            reports.AddRange(ZipReports.Read(bytes, path.Length == 0 ? "" : path + "/", depth + 1, budget));
        }
        catch (UnreadableException unreadable)
        {
            reports.Add(new ReportEntry(path, EntryContent.Of(unreadable.Refusal)));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            reports.Add(new ReportEntry(path, EntryContent.Of(Refusals.Damaged)));
        }

        return reports;
    }

    private static EntryContent WithHint(EntryContent content, string name) =>
        content.Text is { } text && NameHint.Contradiction(name, text.Format) is { } warning
            ? EntryContent.Of(text with { Warnings = [.. text.Warnings, warning] })
            : content;
}
