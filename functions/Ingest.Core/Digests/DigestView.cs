namespace Ingest.Core.Digests;

/// <summary>A digest put into words, in the order in which it is read: HTML and plain text are two ways of setting the same words.</summary>
/// <param name="Lang">Language tag, e.g. <c>zh-Hans</c>.</param>
/// <param name="Title">Name of the publication.</param>
/// <param name="Period">The days it tells of.</param>
/// <param name="Subject">Subject line, with the figures.</param>
/// <param name="Headline">One or two sentences with the figures.</param>
public sealed record DigestView(string Lang, string Title, string Period, string Subject, string Headline)
{
    /// <summary>The figures once more, large.</summary>
    public IReadOnlyList<DigestTile> Tiles { get; init; } = [];

    /// <summary>Heading over the kinds of measure.</summary>
    public required string BarsHeading { get; init; }

    /// <summary>What the two bars mean.</summary>
    public string? BarsKey { get; init; }

    /// <summary>Kinds of measure against the window before.</summary>
    public IReadOnlyList<DigestBar> Bars { get; init; } = [];

    /// <summary>The kinds that have no bar, in words, or null.</summary>
    public string? MoreBars { get; init; }

    /// <summary>Places and their measures.</summary>
    public IReadOnlyList<DigestSection> Sections { get; init; } = [];

    /// <summary>"其余 N 条见网页" and where, or null where nothing is left out.</summary>
    public DigestLink? More { get; init; }

    /// <summary>Why the reader gets this, how the figures are meant.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>To the web page, the preferences, the way out.</summary>
    public IReadOnlyList<DigestLink> Links { get; init; } = [];

    /// <summary>The same with every piece of text changed in the same way; addresses stay.</summary>
    public DigestView With(Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with
        {
            Title = change(Title),
            Period = change(Period),
            Subject = change(Subject),
            Headline = change(Headline),
            Tiles = [.. Tiles.Select(t => new DigestTile(change(t.Label), change(t.Value), change(t.Compared)))],
            BarsHeading = change(BarsHeading),
            BarsKey = BarsKey is null ? null : change(BarsKey),
            Bars = [.. Bars.Select(b => b with { Name = change(b.Name), Now = change(b.Now), Before = b.Before is null ? null : change(b.Before) })],
            MoreBars = MoreBars is null ? null : change(MoreBars),
            Sections = [.. Sections.Select(s => new DigestSection(change(s.Name), change(s.Summary), [.. s.Kinds.Select(Kind)], s.More is null ? null : Link(s.More)))],
            More = More is null ? null : Link(More),
            Notes = [.. Notes.Select(change)],
            Links = [.. Links.Select(Link)],
        };

        DigestLink Link(DigestLink link) => link with { Text = change(link.Text) };
        DigestKind Kind(DigestKind kind) => new(change(kind.Name), [.. kind.Lines.Select(l => new DigestLine(change(l.Sentence), change(l.Source), Link(l.Link)))]);
    }
}

/// <summary>A figure with its label and how it compares.</summary>
public sealed record DigestTile(string Label, string Value, string Compared);

/// <summary>A kind of measure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Now">The figures of this window, in words.</param>
/// <param name="Before">The figures of the window before, in words, or null.</param>
/// <param name="NowPercent">Length of this window's bar, 0–100.</param>
/// <param name="BeforePercent">Length of the other bar, 0–100.</param>
public sealed record DigestBar(string Name, string Now, string? Before, int NowPercent, int BeforePercent);

/// <summary>A place with its figures and its measures by kind.</summary>
public sealed record DigestSection(string Name, string Summary, IReadOnlyList<DigestKind> Kinds, DigestLink? More);

/// <summary>A kind of measure in a place.</summary>
public sealed record DigestKind(string Name, IReadOnlyList<DigestLine> Lines);

/// <summary>A measure: the sentence, where it comes from, and the link to its passage.</summary>
public sealed record DigestLine(string Sentence, string Source, DigestLink Link);

/// <summary>A link and its words.</summary>
public sealed record DigestLink(string Text, string Url);
