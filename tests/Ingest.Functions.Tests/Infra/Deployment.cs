using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Local;

namespace Ingest.Functions.Tests.Infra;

/// <summary>What infra/ says, read from its files as text.</summary>
internal static partial class Deployment
{
    public static string Folder { get; } = Path.Combine(Checkout.Root, "infra");

    public static string Main { get; } = File.ReadAllText(Path.Combine(Folder, "main.bicep"));

    /// <summary>Every Bicep and workbook file, for names that must not stand alone.</summary>
    public static string Everything { get; } = string.Join('\n', Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".bicep" or ".json").Order().Select(File.ReadAllText));

    /// <summary>The names of one kind in infra/names.json.</summary>
    public static IReadOnlyList<string> Names(string kind)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "names.json")));
        var names = json.RootElement.GetProperty(kind);
        return names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : [.. names.EnumerateObject().Select(name => name.Value.GetString()!)];
    }

    /// <summary>The app settings that main.bicep makes, without those that only the platform reads.</summary>
    public static IReadOnlyList<string> Settings { get; } =
    [
        .. SettingInBicep.Matches(Main[Main.IndexOf("settings: union(", StringComparison.Ordinal)..Main.IndexOf("      extraSettings", StringComparison.Ordinal)])
            .Select(match => match.Groups["name"].Value)
            .Where(name => !name.StartsWith("AzureWebJobs", StringComparison.Ordinal)).Distinct(),
    ];

    [GeneratedRegex(@"(^ *|\{ )(?<name>[A-Z]\w+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SettingInBicep { get; }
}
