using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Functions.Storage;

namespace Ingest.Local;

/// <summary>The program's settings on this machine; README.md lists them all.</summary>
internal static class LocalSettings
{
    /// <summary>Settings that the environment and local.settings.json win over.</summary>
    /// <param name="dataFolder">Where the key of signed links is kept.</param>
    /// <param name="site">Address of the site, for links.</param>
    public static Dictionary<string, string?> Defaults(string dataFolder, Uri site) => WithFile(new Dictionary<string, string?>
    {
        ["Ingest:SiteUrl"] = site.AbsoluteUri,
        ["Mail:Provider"] = "Folder",
        ["Mail:Folder"] = LocalApp.Outbox,
        ["Tokens:SigningKey"] = SigningKey(dataFolder),
        ["WeeklyDigestSchedule"] = "0 30 0 * * 1",
        ["DailyDigestSchedule"] = "0 30 0 * * *",
        ["AtOnceSchedule"] = "0 * * * * *",
    });

    /// <summary>Settings that make the program use a storage emulator.</summary>
    public static Dictionary<string, string?> Storage(string connectionString) => new()
    {
        [StorageNames.Connection] = connectionString,
        [$"{StorageNames.Connection}:CreateMissing"] = "true",
        ["AzureWebJobsStorage"] = connectionString,
    };

    /// <summary>The settings of local.settings.json, which Core Tools reads too, over the defaults.</summary>
    private static Dictionary<string, string?> WithFile(Dictionary<string, string?> defaults)
    {
        var path = Path.Combine(Checkout.Root, "functions", "Ingest.Functions", "local.settings.json");
        if (!File.Exists(path))
        {
            return defaults;
        }

        try
        {
            foreach (var (name, value) in JsonNode.Parse(File.ReadAllText(path))?["Values"]?.AsObject() ?? [])
            {
                defaults[name.Replace("__", ":", StringComparison.Ordinal)] = value?.ToString();
            }
        }
        catch (JsonException invalid)
        {
            throw new ToolException($"{path} is not valid JSON: {invalid.Message}");
        }

        return defaults;
    }

    /// <summary>The key that signs links in mail: random, and kept with the data so that links outlast a restart.</summary>
    private static string SigningKey(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "signing.key");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(dataFolder);
            File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return File.ReadAllText(path);
    }
}
