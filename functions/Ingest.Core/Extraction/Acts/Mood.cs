namespace Ingest.Core.Extraction.Acts;

/// <summary>How a clause is meant.</summary>
internal enum Mood : byte
{
    /// <summary>It tells what was done, is done or has been decided.</summary>
    Told,
    /// <summary>It tells of an earlier act as the ground of the next one: 在前期拨付…的基础上, 继…之后.</summary>
    Background,
    /// <summary>A clause of a notice or plan (方案明确…): an act only where it commits to something that is counted.</summary>
    Planned,
    /// <summary>It asks something of others: 要求…, 各级工会要….</summary>
    Urged,
    /// <summary>It is somebody's speech or thought.</summary>
    Said,
}
