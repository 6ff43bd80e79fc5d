using System.Globalization;
using Ingest.Core.Extraction;

namespace Ingest.Core.Digests;

/// <summary>Puts a digest into simplified Chinese or English. Traditional Chinese is set from the simplified.</summary>
public sealed class DigestWording(Func<string, string?> placeName, DigestLinks links)
{
    private const int MostBars = 8;

    /// <summary>Words a digest.</summary>
    /// <param name="digest">What to say.</param>
    /// <param name="language">Traditional Chinese is worded in simplified here and converted when it is set.</param>
    public DigestView Word(Digest digest, DigestLanguage language)
    {
        ArgumentNullException.ThrowIfNull(digest);

        // With nothing before there is nothing to compare with: the first week, or a service that stood still.
        digest = digest.Before is { Measures: 0 } ? digest with { Before = null, Categories = [.. digest.Categories.Select(c => c with { Before = null })] } : digest;
        IDigestWords words = language == DigestLanguage.En ? new EnglishWords() : new ChineseWords();
        var most = digest.Categories.Max(c => (int?)Math.Max(c.Now.Measures, c.Before?.Measures ?? 0)) ?? 1;
        var view = new DigestView(words.Lang, words.Title(digest.Window), words.Period(digest.Window), words.Subject(digest), words.Headline(digest))
        {
            Tiles = words.Tiles(digest),
            BarsHeading = words.ByKind,
            BarsKey = digest.Before is null ? null : words.BarsKey,
            Bars = [.. digest.Categories.Take(MostBars).Select(c => Bar(c, words, most))],
            MoreBars = digest.Categories.Count <= MostBars ? null : words.MoreKinds(digest.Categories.Count - MostBars, digest.Categories.Skip(MostBars).Sum(c => c.Now.Measures)),
            Sections = [.. digest.Places.Where(p => p.Kinds.Count > 0).Select(p => Section(p, words, digest))],
            More = digest.Omitted == 0 ? null : new(words.More(digest.Omitted), links.Digest(digest.Window, digest.Filter)),
            Notes = words.Notes(digest.Window),
            Links =
            [
                new(words.OnTheWeb, links.Digest(digest.Window, digest.Filter)),
                new(words.Preferences, DigestLinks.PreferencesMark),
                new(words.Unsubscribe, DigestLinks.UnsubscribeMark),
            ],
        };
        return language == DigestLanguage.En ? view : view.With(ChineseText.Widen);
    }

    /// <summary>"Subscribe".</summary>
    public static string Subscribe(DigestLanguage language) => language switch { DigestLanguage.En => "Subscribe", DigestLanguage.Hant => "訂閱", _ => "订阅" };

    private static DigestBar Bar(CategoryLine line, IDigestWords words, int most) => new(
        words.Kind(line.Category),
        words.Figures(line.Now),
        line.Before is { } before ? words.Before(before) : null,
        Percent(line.Now.Measures, most),
        Percent(line.Before?.Measures ?? 0, most));

    // A kind that has any measure shows a sliver of a bar.
    private static int Percent(int part, int whole) => part == 0 ? 0 : Math.Max(2, (int)Math.Round(100.0 * part / whole));

    private DigestSection Section(PlaceSection place, IDigestWords words, Digest digest) => new(
        place.Code.Length == 0 ? words.UnknownPlace : place.Code == "100000" ? words.Nationwide : placeName(place.Code) ?? place.Code,
        words.Figures(place.Totals),
        [.. place.Kinds.Select(k => new DigestKind(words.Kind(k.Category), [.. k.Measures.Select(m => Line(m, words, digest.Window.LastDay.Year))]))],
        place.Omitted == 0 ? null : new(words.MoreOfPlace(place.Omitted), links.Digest(digest.Window, place.Code.Length == 0 ? digest.Filter : digest.Filter with { Places = [place.Code] })));

    private DigestLine Line(StoredMeasure stored, IDigestWords words, int year) => new(
        words.Sentence(stored.Measure, year),
        stored.ReportSource ?? (stored.ReportTitle.Length > 0 ? stored.ReportTitle : stored.Office),
        new(words.Passage, links.Passage(stored)));
}

/// <summary>The words of one language.</summary>
internal interface IDigestWords
{
    string Lang { get; }

    string ByKind { get; }

    string UnknownPlace { get; }

    string Nationwide { get; }

    string OnTheWeb { get; }

    string Preferences { get; }

    string Unsubscribe { get; }

    string Passage { get; }

    string Title(DigestWindow window);

    string Period(DigestWindow window);

    string Subject(Digest digest);

    string Headline(Digest digest);

    IReadOnlyList<DigestTile> Tiles(Digest digest);

    string BarsKey { get; }

    string Kind(Category category);

    string Figures(DigestTotals totals);

    string Before(DigestTotals totals);

    string More(int count);

    string MoreKinds(int kinds, int measures);

    string MoreOfPlace(int count);

    IReadOnlyList<string> Notes(DigestWindow window);

    string Sentence(Measure measure, int year);
}

/// <summary>Signed whole numbers and ratios.</summary>
internal static class Compared
{
    public static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
