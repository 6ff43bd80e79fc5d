using System.Reflection;

namespace Ingest.Functions.Tests.Infra;

/// <summary>Every setting that the options classes of the program bind, as an environment variable names it.</summary>
internal static class OptionsClasses
{
    public static IReadOnlyList<Setting> Settings { get; } =
    [
        .. typeof(IngestApp).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is { IsLiteral: true })
            .SelectMany(type => Of(type, (string)type.GetField("Section")!.GetRawConstantValue()!))
            .OrderBy(setting => setting.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<Setting> Of(Type type, string section)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.CanWrite))
        {
            var name = $"{section.Replace(":", "__", StringComparison.Ordinal)}__{property.Name}";
            if (property.PropertyType.IsClass && property.PropertyType.Namespace?.StartsWith("Ingest", StringComparison.Ordinal) == true)
            {
                foreach (var inner in Of(property.PropertyType, name))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return new Setting(name, property.GetValue(defaults));
            }
        }
    }
}

/// <summary>One setting.</summary>
/// <param name="Name">As an environment variable: <c>Section__Property</c>.</param>
/// <param name="Default">What it is when nobody sets it.</param>
internal sealed record Setting(string Name, object? Default);
