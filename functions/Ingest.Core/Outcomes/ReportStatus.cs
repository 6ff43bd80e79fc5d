namespace Ingest.Core.Outcomes;

/// <summary>How an upload ended.</summary>
public enum ReportStatus
{
    /// <summary>Begun and not settled; seen only after a crash, until the retry.</summary>
    Reading,

    /// <summary>Read without doubts.</summary>
    Read,

    /// <summary>Read, but something was left out or is doubtful: the warnings say what.</summary>
    Partly,

    /// <summary>Not readable; the refusal says why and what to do.</summary>
    Refused,

    /// <summary>The program failed on it: a defect of ours, logged, nothing that the office can mend.</summary>
    Failed,
}

/// <summary>Words for <see cref="ReportStatus"/>.</summary>
public static class ReportStatusWords
{
    /// <summary>The status as offices read it.</summary>
    public static string Chinese(this ReportStatus status) => status switch
    {
        ReportStatus.Reading => "处理中",
        ReportStatus.Read => "已读取",
        ReportStatus.Partly => "已读取，有疑问",
        ReportStatus.Refused => "未能读取",
        ReportStatus.Failed => "系统出错",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The status as metrics name it: a small closed set.</summary>
    public static string Code(this ReportStatus status) => status.ToString().ToLowerInvariant();
}
