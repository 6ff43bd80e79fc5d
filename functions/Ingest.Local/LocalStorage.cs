using Ingest.Local.Azurite;

namespace Ingest.Local;

/// <summary>Azurite on a data folder that only this process works on.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private readonly FileStream _turn;
    private readonly AzuriteServer _azurite;

    private LocalStorage(FileStream turn, AzuriteServer azurite) => (_turn, _azurite) = (turn, azurite);

    /// <summary>Connection string.</summary>
    public string ConnectionString => _azurite.ConnectionString;

    /// <summary>Takes the folder and starts Azurite on it.</summary>
    /// <exception cref="ToolException">Azurite cannot run, or another process works on the same data.</exception>
    public static async Task<LocalStorage> StartAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var turn = FileTurn.TryTake(Path.Combine(dataFolder, "in-use.lock"))
            ?? throw new ToolException($"another ./ingest works on {dataFolder}; stop it first, or name another folder with --data.");
        try
        {
            return new LocalStorage(turn, await AzuriteServer.StartAsync(Path.Combine(dataFolder, "azurite"), cancellationToken: cancellationToken));
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        await _turn.DisposeAsync();
    }
}
