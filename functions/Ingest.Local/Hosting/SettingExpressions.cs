using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Hosting;

/// <summary>Replaces <c>%Name%</c> in an attribute's text by the setting of that name.</summary>
internal static partial class SettingExpressions
{
    /// <summary>The text with every setting filled in.</summary>
    /// <exception cref="ToolException">The setting is not there; the message names it.</exception>
    public static string Resolve(string text, IConfiguration configuration) =>
        Expression().Replace(text, match => Setting(match.Groups["name"].Value, configuration));

    private static string Setting(string name, IConfiguration configuration) =>
        configuration[name] ?? configuration[name.Replace("__", ":", StringComparison.Ordinal)]
        ?? throw new ToolException($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} is missing: a trigger or binding takes its value from it.");

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
