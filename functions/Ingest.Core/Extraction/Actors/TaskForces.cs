namespace Ingest.Core.Extraction.Actors;

/// <summary>An organisation's own task force against the epidemic: 某市总工会|应对…疫情工作领导小组办公室.</summary>
internal static class TaskForces
{
    /// <summary>Reach of the name of a task force.</summary>
    private const int Longest = 36;

    private static readonly string[] Openers = ["应对", "新冠", "新型冠状", "疫情防控"];
    private static readonly string[] Closers = ["领导小组办公室", "指挥部办公室", "领导小组", "指挥部"];

    /// <summary>Where the name ends that ends at <paramref name="end"/> without its task force.</summary>
    /// <param name="text">The text, up to where the line ends.</param>
    /// <param name="end">Where the organisation's name ends.</param>
    public static int EndOf(ReadOnlySpan<char> text, int end)
    {
        var rest = text.Slice(end, Math.Min(Longest, text.Length - end));
        if (!Lexicon.Phrases.StartWithAny(rest, Openers))
            return end;
        var mark = rest.IndexOfAny(",。、;");
        rest = mark < 0 ? rest : rest[..mark];
        foreach (var closer in Closers)
        {
            if (rest.IndexOf(closer, StringComparison.Ordinal) is var at and >= 0)
                return end + at + closer.Length;
        }

        return end;
    }
}
