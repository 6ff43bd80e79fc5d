using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Local;

namespace Ingest.Functions.Tests.Infra;

/// <summary>The table of settings in README.md says of each setting what the code does.</summary>
public sealed partial class SettingsTableTests
{
    // Read by the SDKs and by TelemetryRegistration, not by an options class.
    private static readonly string[] Standard = ["APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    private static readonly Dictionary<string, string> Defaults = Row.Matches(Section()).ToDictionary(
        row => row.Groups["name"].Value, row => row.Groups["default"].Value.Trim('`'), StringComparer.Ordinal);

    [Fact]
    public void Table_Names_Every_Setting_And_No_Other()
    {
        var read = OptionsClasses.Settings.Select(setting => setting.Name == "Storage__ConnectionString" ? "Storage" : setting.Name)
            .Concat(TriggerSettings.Names).Concat(Standard);

        Assert.Equal(read.Order(StringComparer.Ordinal), Defaults.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_Gives_The_Default_That_The_Code_Has()
    {
        var different = OptionsClasses.Settings.Where(setting => setting.Name != "Storage__ConnectionString")
            .Select(setting => (setting.Name, Code: Text(setting.Default), Table: Defaults.GetValueOrDefault(setting.Name)))
            .Where(setting => setting.Code != setting.Table);

        Assert.Empty(different);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        string text => text.Replace('\\', '/'),
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
    };

    private static string Section()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));
        var start = readme.IndexOf("## Settings", StringComparison.Ordinal);
        return start < 0 ? "" : readme[start..(readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal) is > 0 and var end ? end : readme.Length)];
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|[^|]*\| *(?<default>[^|]*?) *\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Row { get; }
}
