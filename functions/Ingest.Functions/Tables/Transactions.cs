using Azure;
using Azure.Data.Tables;

namespace Ingest.Functions.Tables;

/// <summary>Entity group transactions: at most 100 rows of one partition and 4 MB, all or none.</summary>
internal static class Transactions
{
    private const int MostRows = 100;
    private const int MostBytes = 3_500_000;

    /// <summary>
    /// Submits any number of actions, a transaction at a time and a partition after the other, in their order. A row to delete
    /// that is gone already counts as deleted, so that a retry passes over what the first try did.
    /// </summary>
    /// <returns>The ETag of the last row written, or null where nothing was.</returns>
    public static async Task<ETag?> SubmitAsync(this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        ETag? last = null;
        foreach (var partition in actions.GroupBy(a => a.Entity.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var transaction in Cut(partition))
            {
                last = await SubmitOneAsync(table, transaction, cancellationToken) ?? last;
            }
        }

        return last;
    }

    /// <summary>Cuts actions of one partition into transactions.</summary>
    public static IEnumerable<List<TableTransactionAction>> Cut(IEnumerable<TableTransactionAction> actions)
    {
        var transaction = new List<TableTransactionAction>();
        var bytes = 0;
        foreach (var action in actions)
        {
            var size = Size(action);
            if (transaction.Count == MostRows || (transaction.Count > 0 && bytes + size > MostBytes))
            {
                yield return transaction;
                (transaction, bytes) = ([], 0);
            }

            transaction.Add(action);
            bytes += size;
        }

        if (transaction.Count > 0)
        {
            yield return transaction;
        }
    }

    private static async Task<ETag?> SubmitOneAsync(TableClient table, List<TableTransactionAction> transaction, CancellationToken cancellationToken)
    {
        while (transaction.Count > 0)
        {
            try
            {
                var response = await table.SubmitTransactionAsync(transaction, cancellationToken);
                return response.Value[^1].Headers.ETag;
            }
            catch (TableTransactionFailedException failure) when (failure.Status == 404 &&
                failure.FailedTransactionActionIndex is { } index && transaction[index].ActionType == TableTransactionActionType.Delete)
            {
                transaction.RemoveAt(index);
            }
        }

        return null;
    }

    /// <summary>A cautious estimate: three bytes a character of text in UTF-8, and the envelope of a batched request.</summary>
    private static int Size(TableTransactionAction action) =>
        1000 + (action.Entity is TableEntity entity ? entity.Sum(static property => property.Value is string text ? text.Length * 3 : 50) : 0);
}
