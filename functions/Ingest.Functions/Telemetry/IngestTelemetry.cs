using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ingest.Core.Reading;

namespace Ingest.Functions.Telemetry;

/// <summary>
/// Every span and every metric of the program, by name. No address, token, file name or text of a report ever becomes an
/// attribute: offices, formats, outcomes and counts do.
/// </summary>
public sealed class IngestTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Ingest";

    private static readonly ActivitySource Spans = new(Name);

    private readonly Counter<long> _reports;
    private readonly Counter<long> _measures;
    private readonly Histogram<double> _parseTime;
    private readonly Histogram<long> _digestSize;
    private readonly Counter<long> _digests;
    private readonly Counter<long> _sends;
    private readonly Counter<long> _mailEvents;
    private readonly Histogram<double> _queueAge;

    /// <summary>Makes the instruments; one instance a process, from the container.</summary>
    public IngestTelemetry(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Name);
        _reports = meter.CreateCounter<long>("ingest.reports", "{report}", "Reports settled, by outcome and format.");
        _measures = meter.CreateCounter<long>("ingest.measures", "{measure}", "Measures found in settled reports.");
        _parseTime = meter.CreateHistogram<double>("ingest.parse.duration", "s", "Reading and extracting one upload.", advice: Buckets(0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60));
        _digestSize = meter.CreateHistogram<long>("ingest.digest.size", "By", "Bytes of a rendered digest's HTML.", advice: Buckets(5_000L, 10_000, 20_000, 40_000, 60_000, 80_000, 100_000));
        _digests = meter.CreateCounter<long>("ingest.digests", "{run}", "Digest runs, by cadence and result.");
        _sends = meter.CreateCounter<long>("ingest.sends", "{mail}", "Mails by provider and result.");
        _mailEvents = meter.CreateCounter<long>("ingest.mail.events", "{event}", "What the provider reported about sent mails, by kind.");
        _queueAge = meter.CreateHistogram<double>("ingest.queue.age", "s", "Time a message waited in its queue before this try.", advice: Buckets(0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400));
    }

    /// <summary>Starts a span; null when nobody listens. Dispose it at the end of the stage.</summary>
    /// <param name="name">The stage, e.g. <c>report.ingest</c>.</param>
    /// <param name="traceParent">W3C trace parent that a queue message carried, so that the trace spans the queue; null to continue the current trace.</param>
    public static Activity? Start(string name, string? traceParent = null) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var parent)
            ? Spans.StartActivity(name, ActivityKind.Consumer, parent, links: Activity.Current is { } current ? [new ActivityLink(current.Context)] : null)
            : Spans.StartActivity(name);

    /// <summary>One report was settled; an archive has several.</summary>
    /// <param name="outcome">Kebab-case outcome, a small closed set.</param>
    /// <param name="format">What the bytes were; null where nothing could be recognised.</param>
    /// <param name="measureCount">Measures found.</param>
    public void ReportSettled(string outcome, ReportFormat? format, int measureCount)
    {
        var tags = new TagList { { "outcome", outcome }, { "format", Code(format) } };
        _reports.Add(1, tags);
        _measures.Add(measureCount, tags);
    }

    /// <summary>One upload was read and extracted.</summary>
    /// <param name="format">What its bytes were; null for an archive and where nothing could be recognised.</param>
    /// <param name="time">Reading and extracting, without storage.</param>
    public void Parsed(ReportFormat? format, TimeSpan time) =>
        _parseTime.Record(time.TotalSeconds, new KeyValuePair<string, object?>("format", Code(format)));

    /// <summary>One digest was rendered.</summary>
    /// <param name="cadence">daily, weekly or at-once.</param>
    /// <param name="htmlBytes">Size of its HTML part in UTF-8.</param>
    public void DigestRendered(string cadence, long htmlBytes) =>
        _digestSize.Record(htmlBytes, new KeyValuePair<string, object?>("cadence", cadence));

    /// <summary>One digest run came to its end.</summary>
    /// <param name="cadence">daily, weekly or at-once.</param>
    /// <param name="result">composed, or empty where nobody gets anything.</param>
    public void DigestRun(string cadence, string result) =>
        _digests.Add(1, new("cadence", cadence), new("result", result));

    /// <summary>Mails were handed over, or were not.</summary>
    /// <param name="provider">sendgrid, smtp or folder.</param>
    /// <param name="result">sent, failed, suppressed or unknown.</param>
    /// <param name="count">How many mails.</param>
    public void Sent(string provider, string result, int count = 1) =>
        _sends.Add(count, new("provider", provider), new("result", result));

    /// <summary>The provider reported on a mail.</summary>
    /// <param name="kind">delivered, bounce, dropped, spamreport, …</param>
    public void MailEvent(string kind) => _mailEvents.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>A message was taken from its queue.</summary>
    /// <param name="function">The function that reads the queue.</param>
    /// <param name="age">Since the message was put there.</param>
    public void Dequeued(string function, TimeSpan age) =>
        _queueAge.Record(Math.Max(0, age.TotalSeconds), new KeyValuePair<string, object?>("function", function));

    private static string Code(ReportFormat? format) => format?.ToString().ToLowerInvariant() ?? "unknown";

    private static InstrumentAdvice<T> Buckets<T>(params T[] boundaries) where T : struct => new() { HistogramBucketBoundaries = boundaries };
}
