using System.Text.RegularExpressions;

namespace Ingest.Functions.Tests.Infra;

/// <summary>Habits of infra/ that no checker of types knows.</summary>
public sealed partial class BicepHabitsTests
{
    private static readonly (string Name, string[] Lines)[] Files =
    [
        .. Directory.EnumerateFiles(Deployment.Folder, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(Deployment.Folder, file), File.ReadAllLines(file))),
    ];

    [Fact]
    public void Every_Parameter_And_Output_Is_Described() => Assert.Empty(
        from file in Files
        from line in Enumerable.Range(0, file.Lines.Length)
        where Declaration.IsMatch(file.Lines[line])
        where !file.Lines[..line].Reverse().TakeWhile(before => before.StartsWith('@')).Any(before => before.StartsWith("@description(", StringComparison.Ordinal))
        select $"{file.Name}: {file.Lines[line]}");

    [Fact]
    public void Nothing_Depends_On_The_Moment_Of_The_Deployment() =>
        Assert.All(Files, file => Assert.DoesNotContain(file.Lines, line => line.Contains("utcNow(", StringComparison.Ordinal) || line.Contains("newGuid(", StringComparison.Ordinal)));

    [Fact]
    public void A_Preview_Api_Is_Used_Only_Where_There_Is_No_Stable_One() =>
        Assert.All(
            Files.SelectMany(file => file.Lines).Where(line => line.Contains("-preview'", StringComparison.Ordinal)),
            line => Assert.Contains("'Microsoft.Insights/diagnosticSettings@", line, StringComparison.Ordinal));

    [Fact]
    public void Roles_Are_Assigned_In_One_File() => Assert.Equal(
        [Path.Combine("modules", "roles.bicep")],
        Files.Where(file => file.Lines.Any(line => line.Contains("'Microsoft.Authorization/roleAssignments@", StringComparison.Ordinal))).Select(file => file.Name));

    [Fact]
    public void Storage_And_Telemetry_Take_No_Keys()
    {
        var all = string.Join('\n', Files.SelectMany(file => file.Lines));

        Assert.Contains("allowSharedKeyAccess: false", all, StringComparison.Ordinal);
        Assert.Contains("allowBlobPublicAccess: false", all, StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth: true", all, StringComparison.Ordinal);
        Assert.DoesNotContain("listKeys('${account", all, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", all, StringComparison.Ordinal);
    }

    [GeneratedRegex("^(param|output) ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration { get; }
}
