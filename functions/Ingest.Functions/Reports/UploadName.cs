namespace Ingest.Functions.Reports;

/// <summary>Turns what a form says into parts of a blob's path: one folder, one file, nothing that climbs out of it.</summary>
public static class UploadName
{
    private const int LongestOffice = 100;
    private const int LongestFile = 200;

    /// <summary>The office's folder, or null where the name cannot be one.</summary>
    public static string? Office(string name)
    {
        var folder = Plain(name);
        return folder.Length is > 0 and <= LongestOffice && !folder.Contains('/', StringComparison.Ordinal) ? folder : null;
    }

    /// <summary>The file's name, without the folders that some browsers send along; never empty.</summary>
    public static string File(string name)
    {
        var file = Plain(name).Split('/')[^1].Trim('.', ' ');
        return file.Length switch
        {
            0 => "未命名",
            > LongestFile => file[..(LongestFile / 2)] + "…" + file[^(LongestFile / 2)..],
            _ => file,
        };
    }

    private static string Plain(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = string.Concat(name.Normalize(System.Text.NormalizationForm.FormC).Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Replace('\\', '/').Trim();
        return plain is "." or ".." ? "" : plain;
    }
}
