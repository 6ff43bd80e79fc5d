namespace Ingest.Core.Extraction.Chinese;

/// <summary>A date or period as written, before its year and anchor are known. Offsets are into the normalised text.</summary>
/// <param name="Start">First character; 截至 and 自 belong to it.</param>
/// <param name="End">One past the last character; 以来, 起, 上午, clock times belong to it.</param>
/// <param name="From">The day, month or period; the first of an interval.</param>
/// <param name="Relation">How the act lies to it.</param>
public readonly record struct DateExpression(int Start, int End, DatePoint From, DateRelation Relation)
{
    /// <summary>The last point of an interval, or null.</summary>
    public DatePoint? To { get; init; }
}

/// <summary>How an act lies to a date.</summary>
public enum DateRelation
{
    /// <summary>On or in it.</summary>
    On,

    /// <summary>截至, 截止到: counted up to it.</summary>
    AsOf,

    /// <summary>以来, 起, 自…: from it on.</summary>
    Since,
}

/// <summary>One point of the calendar as written; a part that is not written is 0 (null for the year).</summary>
/// <param name="Kind">Which parts count.</param>
/// <param name="Year">The year if written.</param>
/// <param name="Month">1–12; quarter 1–4; half 1–2; month of the lunar calendar (13, day 0: new year's eve).</param>
/// <param name="Day">1–31; third of a month 1–3 (旬), or two of them; day of the lunar month; days after the date told before for <see cref="DatePointKind.Relative"/>, after the report's own day for <see cref="DatePointKind.ReportDay"/>.</param>
public readonly record struct DatePoint(DatePointKind Kind, int? Year, int Month, int Day)
{
    /// <summary>上中旬 as a <see cref="Day"/>.</summary>
    internal const int FirstTwoThirds = 4;

    /// <summary>中下旬 as a <see cref="Day"/>.</summary>
    internal const int LastTwoThirds = 5;

    /// <summary>今年 0, 去年 -1, 明年 1: the year relative to the report's; null where the text says nothing of the kind.</summary>
    public int? YearShift { get; init; }

    /// <summary>上月, 本月, 下月: the month relative to the report's; null where the text says nothing of the kind.</summary>
    public int? MonthShift { get; init; }
}

/// <summary>What a <see cref="DatePoint"/> names.</summary>
public enum DatePointKind
{
    /// <summary>A day of the civil calendar.</summary>
    Day,

    /// <summary>A month.</summary>
    Month,

    /// <summary>上旬, 中旬, 下旬.</summary>
    Third,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>上半年, 下半年.</summary>
    Half,

    /// <summary>A year, 今年, 去年.</summary>
    Year,

    /// <summary>A day of the lunar calendar: 正月初三, 除夕, 元宵节.</summary>
    Lunar,

    /// <summary>同日, 当天, 次日: relative to the date told before.</summary>
    Relative,

    /// <summary>今天, 昨天: relative to the day the report was published.</summary>
    ReportDay,

    /// <summary>A day of the month alone (12日): the month is that of the date told before.</summary>
    DayOnly,

    /// <summary>近日, 日前, 目前, 年内: a time that has no date.</summary>
    Vague,
}
