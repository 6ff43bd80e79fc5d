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
    /// <param name="compose">Composes for a number of measures to show, e.g. a call of <see cref="DigestComposer"/>.</param>
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

    /// <summary>The digest as a web page: what a mail says but for what concerns one reader alone.</summary>
    public Task<string> PageAsync(Digest digest, DigestLanguage language)
    {
        var view = View(digest, language);
        return SetAsync(view with { Notes = [.. view.Notes.Take(1)], Links = [.. view.Links.Where(l => l.Url is not (DigestLinks.PreferencesMark or DigestLinks.UnsubscribeMark)).Skip(1), new(DigestWording.Subscribe(language), links.At("subscribe"))] });
    }

    private async Task<RenderedDigest> RenderAsync(Digest digest, DigestLanguage language)
    {
        var view = View(digest, language);
        return new RenderedDigest(view.Subject, await SetAsync(view), DigestText.Set(view));
    }

    private DigestView View(Digest digest, DigestLanguage language)
    {
        var view = _wording.Word(digest, language);
        return language == DigestLanguage.Hant ? view.With(TraditionalChinese.Of) with { Lang = "zh-Hant" } : view;
    }

    private static Task<string> SetAsync(DigestView view) =>
        ComponentRenderer.RenderAsync<DigestMail>(new Dictionary<string, object?> { [nameof(DigestMail.View)] = view });
}
