using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ingest.Local.Rehearsing;

/// <summary>One thing that Azure expects of a published folder.</summary>
/// <param name="Holds">Whether it is so; null where this build cannot tell.</param>
/// <param name="Text">What was looked at, and what is wrong with it.</param>
public sealed record FolderCheck(bool? Holds, string Text);

/// <summary>The folder that <c>dotnet publish</c> made of Ingest.Functions, as the Functions host will find it.</summary>
public sealed class PublishedFolder(string path)
{
    private const string App = "Ingest.Functions";

    // What a development machine keeps and a deployment must not: settings, keys, and assemblies of the local host and the tests.
    private static readonly string[] Unwanted =
    [
        "local.settings.json", "appsettings.Development.json", "launchSettings.json", "secrets.json", ".env", "*.pfx", "*.pem", "*.key",
        "Ingest.Local*", "*.Tests.dll", "xunit*",
    ];

    /// <summary>Whether the folder was built with the official Worker packages, which alone Azure can run.</summary>
    public bool IsOfficial => !File.Exists(In("Worker.Standin.dll"));

    /// <summary>Address of the app's assembly.</summary>
    public string Assembly => In($"{App}.dll");

    /// <summary>Looks at everything that Azure expects.</summary>
    /// <param name="functions">Names of the functions that the code has.</param>
    public IReadOnlyList<FolderCheck> Check(IReadOnlyCollection<string> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        return Directory.Exists(path)
            ? [CheckAssemblies(), CheckHostJson(), CheckNothingUnwanted(), CheckNoKeys(), CheckMetadata(functions)]
            : [new FolderCheck(false, $"{path} does not exist; make it with: dotnet publish functions/Ingest.Functions -c Release -o {path}")];
    }

    private FolderCheck CheckAssemblies()
    {
        var listed = In($"{App}.deps.json");
        if (!File.Exists(Assembly) || !File.Exists(In($"{App}.runtimeconfig.json")) || !File.Exists(listed))
        {
            return new FolderCheck(false, $"{App}.dll, .runtimeconfig.json or .deps.json is missing: is this the output of dotnet publish?");
        }

        var target = JsonNode.Parse(File.ReadAllText(listed))!["targets"]!.AsObject().First().Value!.AsObject();
        var missing = target.SelectMany(library => library.Value!["runtime"]?.AsObject().Select(file => Path.GetFileName(file.Key)) ?? [])
            .Where(file => !File.Exists(In(file))).ToList();
        return missing.Count == 0
            ? new FolderCheck(true, $"{App}.dll and all {target.Count} libraries it names")
            : new FolderCheck(false, $"libraries are missing: {string.Join(", ", missing)}");
    }

    private FolderCheck CheckHostJson()
    {
        if (!File.Exists(In("host.json")))
        {
            return new FolderCheck(false, "host.json is missing: without it the Functions host ignores the folder");
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(In("host.json")))?["version"]?.GetValue<string>() == "2.0"
                ? new FolderCheck(true, "host.json, version 2.0")
                : new FolderCheck(false, "host.json must say \"version\": \"2.0\"");
        }
        catch (JsonException wrong)
        {
            return new FolderCheck(false, $"host.json is not JSON: {wrong.Message}");
        }
    }

    private FolderCheck CheckNothingUnwanted()
    {
        var found = Unwanted.SelectMany(pattern => Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(path, file)).Distinct().Order(StringComparer.Ordinal).ToList();
        return found.Count == 0
            ? new FolderCheck(true, "no development settings, keys or test code")
            : new FolderCheck(false, $"does not belong into a deployment: {string.Join(", ", found)}");
    }

    private FolderCheck CheckNoKeys()
    {
        string[] signs = ["AccountKey=", "SharedAccessSignature=", "UseDevelopmentStorage=true", "\"SG."];
        var found = Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Where(file => signs.Any(sign => File.ReadAllText(file).Contains(sign, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(path, file)).ToList();
        return found.Count == 0
            ? new FolderCheck(true, "no connection string or key in any JSON file")
            : new FolderCheck(false, $"holds a connection string or key: {string.Join(", ", found)}");
    }

    /// <summary>The official SDK writes what the Functions host starts from; the stand-ins cannot.</summary>
    private FolderCheck CheckMetadata(IReadOnlyCollection<string> functions)
    {
        if (!IsOfficial)
        {
            return new FolderCheck(null, "functions.metadata: built with the stand-ins, so there is none; a deployment is built with OfficialPackages=true");
        }

        foreach (var file in (string[])["worker.config.json", "extensions.json", "functions.metadata"])
        {
            if (!File.Exists(In(file)))
            {
                return new FolderCheck(false, $"{file} is missing: build with Microsoft.Azure.Functions.Worker.Sdk");
            }
        }

        var named = JsonNode.Parse(File.ReadAllText(In("functions.metadata")))!.AsArray().Select(function => function!["name"]!.GetValue<string>()).ToList();
        var differing = named.Except(functions).Concat(functions.Except(named)).ToList();
        return differing.Count == 0
            ? new FolderCheck(true, $"functions.metadata names all {named.Count} functions")
            : new FolderCheck(false, $"functions.metadata and the code differ in: {string.Join(", ", differing)}");
    }

    private string In(string file) => Path.Combine(path, file);
}
