using Ingest.Core.Subscriptions;

namespace Ingest.Core.Digests;

/// <summary>Where the links of a mail lead. The two that differ from reader to reader stand as marks until a mail is addressed.</summary>
/// <param name="Site">Address of the web site, absolute, e.g. <c>https://example.org/</c>.</param>
public sealed record DigestLinks(Uri Site)
{
    /// <summary>Stands for the reader's link to leave.</summary>
    public const string UnsubscribeMark = "https://unsubscribe.invalid/";

    /// <summary>Stands for the reader's link to the preferences.</summary>
    public const string PreferencesMark = "https://preferences.invalid/";

    /// <summary>The passage in the text of its report.</summary>
    public string Passage(StoredMeasure stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return At($"reports/{stored.Report}#m-{stored.Measure.Id}");
    }

    /// <summary>The whole digest on the web, for the same choice.</summary>
    public string Digest(DigestWindow window, DigestFilter filter)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(filter);
        return At("digests/" + window.Id + (filter.Canonical() is { Length: > 0 } query ? "?" + query : ""));
    }

    /// <summary>A page of the site.</summary>
    /// <param name="path">Without a leading slash.</param>
    public string At(string path) => new Uri(Site, path).AbsoluteUri;
}
