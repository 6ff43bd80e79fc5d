using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Tests.Digests;

namespace Ingest.Functions.Tests.Mail;

/// <summary>A digest with everything that mail programs find hard: Chinese, quotes, ampersands, emoji, long lines.</summary>
internal static class SampleBatch
{
    public static async Task<MailBatch> ForAsync(params string[] addresses)
    {
        var renderer = new DigestRenderer(_ => "湖北省", new DigestLinks(new Uri("https://example.org/")));
        StoredMeasure[] measures = [DigestApp.Measure("黄冈市总工会", DigestApp.Week.From), DigestApp.Measure("“A&B”<工会>🧧", DigestApp.Week.From, yuan: 5000, category: Core.Extraction.Category.Visit)];
        var rendering = await renderer.RenderAsync(limit => DigestComposer.Compose(DigestApp.Week, measures, [], DigestFilter.Everything, limit), DigestLanguage.Hans);
        return new MailBatch(DigestApp.Week.Id, "0001", rendering, [.. addresses.Select((a, i) => new MailRecipient(new string((char)('a' + i), 32), a, $"https://example.org/unsubscribe?t={i}", $"https://example.org/preferences?t={i}"))])
        {
            Category = "weekly",
            Domain = "example.org",
        };
    }
}
