using System.Text;

namespace Ingest.Core.Digests;

/// <summary>A digest set for many readers: the links that differ from one to the next are marks (<see cref="DigestLinks"/>).</summary>
/// <param name="Subject">Subject line.</param>
/// <param name="Html">HTML part, under 100 KB.</param>
/// <param name="Text">Plain-text part with the same words.</param>
public sealed record RenderedDigest(string Subject, string Html, string Text);

/// <summary>Sets digests as mail.</summary>
public sealed class DigestRenderer(Func<string, string?> placeName, DigestLinks links)
{
    /// <summary>Most bytes of HTML: from 102 KB on Gmail cuts a mail off.</summary>
    public const int MostBytes = 100_000;

    private readonly DigestWording _wording = new(placeName, links);

    /// <summary>Renders; where the HTML would be too long, with fewer measures shown.</summary>
    /// <param name="compose">Composes for a number of measures to show, e.g. a call of <see cref="DigestComposer.Compose"/>.</param>
    /// <param name="language">Language.</param>
    public async Task<RenderedDigest> RenderAsync(Func<int, Digest> compose, DigestLanguage language)
    {
        ArgumentNullException.ThrowIfNull(compose);
        for (var limit = DigestComposer.MailLimit; ; limit /= 2)
        {
            var rendered = await RenderAsync(compose(limit), language);
            if (limit <= 1 || Encoding.UTF8.GetByteCount(rendered.Html) <= MostBytes)
            {
                return rendered;
            }
        }
    }

    private async Task<RenderedDigest> RenderAsync(Digest digest, DigestLanguage language)
    {
        var view = _wording.Word(digest, language);
        view = language == DigestLanguage.Hant ? view with { Lang = "zh-Hant" } : view;
        var html = await ComponentRenderer.RenderAsync<DigestMail>(new Dictionary<string, object?> { [nameof(DigestMail.View)] = view });
        return new RenderedDigest(view.Subject, html, DigestText.Set(view));
    }
}
