namespace Ingest.Core.Extraction.Tables;

/// <summary>What the cells of a column say about a row's act.</summary>
internal enum ColumnKind
{
    /// <summary>Nothing that a measure holds: running numbers, remarks.</summary>
    Other,

    /// <summary>The unit that the row is about.</summary>
    Unit,

    /// <summary>The unit that receives.</summary>
    Receiver,

    /// <summary>Money.</summary>
    Amount,

    /// <summary>How many people are helped.</summary>
    People,

    /// <summary>How many of one kind of goods.</summary>
    Goods,

    /// <summary>What kind of goods, where each row names its own.</summary>
    GoodsName,

    /// <summary>How many of the row's goods.</summary>
    GoodsCount,

    /// <summary>The unit in which the row's goods are counted.</summary>
    GoodsUnit,

    /// <summary>The day of the act.</summary>
    Date,
}

/// <summary>A column of a table.</summary>
/// <param name="Index">Its place from the left, from 0.</param>
/// <param name="Kind">What its cells say.</param>
/// <param name="Label">Its heading without the unit in brackets.</param>
/// <param name="Unit">The unit in the heading's brackets, or empty.</param>
/// <param name="Role">What its amounts are.</param>
/// <param name="IsSum">Whether it adds up other columns of its row.</param>
internal sealed record TableColumn(int Index, ColumnKind Kind, string Label, string Unit, MoneyRole Role = MoneyRole.Total, bool IsSum = false);
