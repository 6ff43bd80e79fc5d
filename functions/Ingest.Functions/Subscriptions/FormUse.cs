using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Subscriptions;

/// <summary>Keeps a network from using the form to flood others: at most twenty times an hour. Networks are kept as pseudonyms.</summary>
public sealed class FormUse(TableServiceClient tables, SubscriptionKeys keys, TimeProvider clock)
{
    /// <summary>How often an hour.</summary>
    public const int MostAnHour = 20;

    private readonly TableClient _table = tables.GetTableClient(StorageNames.FormUseTable);

    /// <summary>Counts a use.</summary>
    /// <returns>False where there were enough this hour.</returns>
    public async Task<bool> TryCountAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var hour = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture);
        var network = keys.Pseudonym(NetworkOf(request));
        while (true)
        {
            var known = await _table.GetEntityIfExistsAsync<TableEntity>(hour, network, cancellationToken: cancellationToken);
            var count = known.HasValue ? known.Value!.GetInt32("Count").GetValueOrDefault() : 0;
            if (count >= MostAnHour)
            {
                return false;
            }

            var row = new TableEntity(hour, network) { ["Count"] = count + 1 };
            try
            {
                await (known.HasValue ? _table.UpdateEntityAsync(row, known.Value!.ETag, TableUpdateMode.Replace, cancellationToken) : _table.AddEntityAsync(row, cancellationToken));
                return true;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
            {
                // Another request of the same network was faster: count again.
            }
        }
    }

    // Azure's front end appends the caller's address to X-Forwarded-For; what stands before it anybody may have written.
    private static string NetworkOf(HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        var address = IPEndPoint.TryParse(forwarded, out var end) ? end.Address : request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, address.AddressFamily == AddressFamily.InterNetworkV6 ? 8 : 3));
    }
}
