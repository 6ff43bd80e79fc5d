using System.IO.Compression;

namespace Ingest.Core.Reading.Zips;

/// <summary>A zip of reports: each entry is a report of its own, and one that cannot be read does not hold up the others.</summary>
internal static class ZipReports
{
    /// <summary>The reports in a zip, in its order.</summary>
    /// <param name="file">The zip.</param>
    /// <param name="prefix">Path of this zip inside the uploaded one, with a slash at its end, or empty.</param>
    /// <param name="depth">1 for the uploaded zip.</param>
    /// <param name="budget">What the whole upload may still use.</param>
    public static IEnumerable<ReportEntry> Read(ReadOnlyMemory<byte> file, string prefix, int depth, ReadingBudget budget)
    {
        if (depth > budget.Limits.MaxZipDepth) throw new UnreadableException(Refusals.NestedTooDeep);
        using var zip = SafeZip.Open(file, budget);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            var name = SafeZip.NameOf(entry);
            if (EntryPath.IsClutter(name)) continue;
            budget.Entry();
            var path = Distinct(prefix + EntryPath.Of(name), seen);
            foreach (var report in One(zip, entry, path, depth, budget)) yield return report;
        }
    }

    private static IEnumerable<ReportEntry> One(SafeZip zip, ZipArchiveEntry entry, string path, int depth, ReadingBudget budget)
    {
        byte[] bytes;
        try
        {
            bytes = zip.ReadFile(entry);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException)
        {
            return [new ReportEntry(path, EntryContent.Of(Refusals.Damaged))];
        }
        catch (UnreadableException e) when (e.Refusal == Refusals.Encrypted || entry.Length > budget.Limits.MaxBytes)
        {
            return [new ReportEntry(path, EntryContent.Of(e.Refusal))];
        }

        return ReportReader.Entries(bytes, path, depth, budget);
    }

    private static string Distinct(string path, Dictionary<string, int> seen)
    {
        var times = seen[path] = seen.GetValueOrDefault(path) + 1;
        return times == 1 ? path : $"{path}#{times}";
    }
}
