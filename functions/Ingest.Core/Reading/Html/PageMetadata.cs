using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Core.Reading.Html;

/// <summary>What a page states about itself.</summary>
/// <param name="Title">Its title without the site's name, or null.</param>
/// <param name="Published">The day it was published, or null.</param>
/// <param name="Source">The paper or site it names as its source, or null.</param>
internal sealed partial record PageMetadata(string? Title, DateOnly? Published, string? Source)
{
    // Names as government and news sites in China use them (the first four by the rules for government websites).
    private static readonly FrozenSet<string> TitleNames = Names("articletitle", "og:title", "title");
    private static readonly FrozenSet<string> DateNames = Names("pubdate", "publishdate", "article:published_time", "og:release_date", "datepublished", "date", "dc.date", "createdate", "releasedate");
    private static readonly FrozenSet<string> SourceNames = Names("contentsource", "source", "dc.source", "mediaid", "article:source");

    public static PageMetadata Of(IDocument page)
    {
        string? title = null, source = null;
        DateOnly? published = null;
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = (meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop") ?? "").ToLowerInvariant();
            var content = Tidy(meta.GetAttribute("content"));
            if (content is null) continue;
            if (TitleNames.Contains(name)) title ??= content;
            else if (DateNames.Contains(name)) published ??= Day(content);
            else if (SourceNames.Contains(name)) source ??= content;
        }

        var heading = page.QuerySelectorAll("h1").Select(h => Tidy(h.TextContent)).FirstOrDefault(h => h is { Length: >= 4 });
        return new PageMetadata(title ?? heading ?? WithoutSite(Tidy(page.Title)), published, source);
    }

    private static string? Tidy(string? text)
    {
        var line = Whitespace.OneLine(text ?? "");
        return line.Length is 0 or > 200 ? null : line;
    }

    private static string? WithoutSite(string? title) => title is null ? null : Site().Replace(title, "").Trim();

    private static DateOnly? Day(string text)
    {
        var match = Date().Match(text);
        return match.Success
            && DateOnly.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet();

    [GeneratedRegex(@"(?<y>(?:19|20)[0-9]{2})[-/.年]?(?<m>[01]?[0-9])[-/.月]?(?<d>[0-3]?[0-9])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    // "标题_频道_某某网", "标题 - 某某网", "标题|某某报"
    [GeneratedRegex(@"\s*[_|｜]\s*[^_|｜]{1,40}$|\s+[-–—]{1,2}\s*[^-–—]{1,30}$|[-–—]{1,2}[^-–—]{0,20}(?:网|网站|在线|报|频道)$", RegexOptions.None, 500)]
    private static partial Regex Site();
}
