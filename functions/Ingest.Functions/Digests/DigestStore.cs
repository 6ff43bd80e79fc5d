using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Core.Digests;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Digests;

/// <summary>Who is to get what of a window: made once, never changed, so that composing again after a crash changes nothing.</summary>
/// <param name="Window">Id of the window.</param>
/// <param name="Batches">Batches in the order of their numbers.</param>
public sealed record DigestPlan(string Window, IReadOnlyList<PlannedBatch> Batches);

/// <summary>Readers who share one rendering and one request to the provider.</summary>
/// <param name="Number">Four digits or more, unique in the plan.</param>
/// <param name="Rendering">Name of the rendering.</param>
/// <param name="Choice">Name of the readers' choice (<see cref="Subscriptions.SubscribersTable.ChoiceKey"/>).</param>
/// <param name="Subscribers">Ids in their order.</param>
public sealed record PlannedBatch(string Number, string Rendering, string Choice, IReadOnlyList<string> Subscribers)
{
    /// <summary>Batches of the same number here are asked for by one message.</summary>
    public int Message { get; init; }
}

/// <summary>What a cadence has told so far, as far back as anything may be told late.</summary>
/// <param name="Start">From when on the cadence tells anything.</param>
/// <param name="Window">The last window, or null.</param>
/// <param name="Fresh">Ids of what is told in that window.</param>
/// <param name="Told">Everything told.</param>
public sealed record ToldSoFar(DateTimeOffset Start, string? Window, IReadOnlyList<string> Fresh, IReadOnlyList<Told> Told)
{
    /// <summary>When the last window was composed.</summary>
    public DateTimeOffset ComposedAt { get; init; }

    /// <summary>When the window before it was composed.</summary>
    public DateTimeOffset ComposedBefore { get; init; }
}

/// <summary>The digests container: <c>told/{cadence}.json</c>, <c>{window}/plan.json</c>, <c>{window}/{rendering}.json</c>.</summary>
public sealed class DigestStore(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(StorageNames.DigestsContainer);

    /// <summary>What a cadence has told, with the version to write it back against.</summary>
    public async Task<(ToldSoFar? Told, ETag Version)> ReadToldAsync(Cadence cadence, CancellationToken cancellationToken) =>
        await ReadAsync<ToldSoFar>(ToldPath(cadence), cancellationToken);

    /// <summary>Writes what a cadence has told, unless somebody else did since it was read.</summary>
    /// <returns>False where somebody else was faster.</returns>
    public Task<bool> TryWriteToldAsync(Cadence cadence, ToldSoFar told, ETag version, CancellationToken cancellationToken) =>
        TryWriteAsync(ToldPath(cadence), told, version == default ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = version }, cancellationToken);

    /// <summary>The plan of a window, or null.</summary>
    public async Task<DigestPlan?> ReadPlanAsync(string window, CancellationToken cancellationToken) =>
        (await ReadAsync<DigestPlan>($"{window}/plan.json", cancellationToken)).Value;

    /// <summary>Writes the plan of a window unless there is one.</summary>
    /// <returns>False where there was one.</returns>
    public Task<bool> TryWritePlanAsync(DigestPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return TryWriteAsync($"{plan.Window}/plan.json", plan, new() { IfNoneMatch = ETag.All }, cancellationToken);
    }

    /// <summary>A rendering.</summary>
    public async Task<RenderedDigest> ReadRenderingAsync(string window, string name, CancellationToken cancellationToken) =>
        (await ReadAsync<RenderedDigest>($"{window}/{name}.json", cancellationToken)).Value
        ?? throw new InvalidOperationException($"The rendering {name} of {window} is missing from the container {StorageNames.DigestsContainer}; restore it or delete the plan to compose anew.");

    /// <summary>Stores a rendering; the same again is no harm.</summary>
    public Task WriteRenderingAsync(string window, string name, RenderedDigest rendering, CancellationToken cancellationToken) =>
        TryWriteAsync($"{window}/{name}.json", rendering, new(), cancellationToken);

    private static string ToldPath(Cadence cadence) => $"told/{cadence.ToString().ToLowerInvariant()}.json";

    private async Task<(T? Value, ETag Version)> ReadAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var blob = await _container.GetBlobClient(path).DownloadContentAsync(cancellationToken);
            return (blob.Value.Content.ToObjectFromJson<T>(), blob.Value.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return (null, default);
        }
    }

    private async Task<bool> TryWriteAsync<T>(string path, T value, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        try
        {
            var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(value));
            await _container.GetBlobClient(path).UploadAsync(content, new BlobUploadOptions { Conditions = conditions, HttpHeaders = new() { ContentType = "application/json" } }, cancellationToken);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
        {
            return false;
        }
    }
}
