namespace Ingest.Local;

/// <summary>Where this checkout stands on disk.</summary>
public static class Checkout
{
    /// <summary>The folder of Ingest.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>Where everything is kept that this machine makes and git ignores.</summary>
    public static string LocalFolder { get; } = Path.Combine(Root, ".local");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ingest.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Ingest.Local runs from inside a checkout: Ingest.sln was not found above it.");
    }
}
