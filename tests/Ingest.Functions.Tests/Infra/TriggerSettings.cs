using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Tests.Infra;

/// <summary>
/// Settings that triggers name as <c>%Name%</c>. The Functions host resolves them from the app settings alone: a default in
/// an options class does not reach it.
/// </summary>
internal static partial class TriggerSettings
{
    /// <summary>Every function of the program.</summary>
    public static IReadOnlyList<MethodInfo> Functions { get; } =
    [
        .. typeof(IngestApp).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    /// <summary>Names as environment variables have them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Functions.SelectMany(function => function.GetParameters()).SelectMany(parameter => parameter.GetCustomAttributesData())
            .SelectMany(attribute => attribute.ConstructorArguments).Select(argument => argument.Value).OfType<string>()
            .SelectMany(text => Setting.Matches(text)).Select(match => match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal)).Distinct(),
    ];

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Setting { get; }
}
