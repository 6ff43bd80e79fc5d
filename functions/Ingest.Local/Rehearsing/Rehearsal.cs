using Ingest.Functions;
using Ingest.Local.Hosting;

namespace Ingest.Local.Rehearsing;

/// <summary>
/// A deployment without Azure: publishes the app, looks at the folder as Azure will, then puts the published files under the
/// local host and runs the demo's whole cycle on them, so that a file that is missing or different shows here.
/// </summary>
internal static class Rehearsal
{
    private static readonly string Folder = Path.Combine(Checkout.LocalFolder, "rehearsal");

    /// <summary>Publishes Ingest.Functions as infra/deploy.sh does.</summary>
    /// <returns>The folder.</returns>
    public static async Task<string> PublishAsync(CancellationToken cancellationToken)
    {
        var folder = Emptied("app");
        await Tool.RunQuietlyAsync(["dotnet", "publish", "functions/Ingest.Functions", "-c", "Release", "-v", "quiet", "--nologo", "-o", folder], Checkout.Root, cancellationToken);
        return folder;
    }

    /// <summary>Everything that Azure expects of the folder.</summary>
    public static IReadOnlyList<FolderCheck> Check(string published) =>
        new PublishedFolder(published).Check([.. LocalFunction.FindIn(typeof(IngestApp).Assembly).Select(function => function.Name)]);

    /// <summary>Runs one full cycle on fresh storage: upload, receipt, digest, mail.</summary>
    /// <returns>The demo's exit code: 0 if all went well.</returns>
    public static Task<int> RunCycleAsync(string published, CancellationToken cancellationToken)
    {
        var stage = Emptied("host");
        Copy(AppContext.BaseDirectory, stage);
        Copy(published, stage);
        return Tool.RunAsync(["dotnet", Path.Combine(stage, "Ingest.Local.dll"), "demo", "--data", Emptied("data")], Checkout.Root, cancellationToken);
    }

    private static string Emptied(string name)
    {
        var folder = Path.Combine(Folder, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
