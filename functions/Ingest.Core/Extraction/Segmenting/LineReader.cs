using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>Cuts a text into lines and tells of each what it is, from its own words and from its neighbours.</summary>
internal static class LineReader
{
    /// <summary>Longest line that can be a heading or headline; newspapers' three-part headlines reach about this.</summary>
    private const int LongestHeading = 48;

    /// <summary>Share of the text that may be a tail; where more follows, it is another article.</summary>
    private const double LongestTail = 0.3;

    private const string SentenceEnds = "。!?！？；;…,，、:：";
    private const string Closers = "”\"’'」』)）】》";

    /// <summary>All lines of a text.</summary>
    public static List<OutlineLine> Read(string text)
    {
        var lines = Cut(text);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Span.Length > 0)
                lines[i] = lines[i] with { Kind = KindOf(text.AsSpan(lines[i].Span.Start, lines[i].Span.Length)) };
        }

        ListBriefs(text, lines);
        DropTail(text, lines);
        var next = NextText(lines);
        LineKind? before = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Heading)
                lines[i] = lines[i] with { Kind = InContext(text, lines, i, before, next[i]) };
            if (lines[i].Kind != LineKind.Blank)
                before = lines[i].Kind;
        }

        return lines;
    }

    /// <summary>▲ opens the caption of a picture; line after line of it is a list of briefs.</summary>
    private static void ListBriefs(string text, List<OutlineLine> lines)
    {
        var before = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Blank)
                continue;
            var opens = Of(text, lines[i])[0] is '▲' or '△' or '▼';
            if (opens && before >= 0)
                (lines[before], lines[i]) = (lines[before] with { Kind = LineKind.Prose }, lines[i] with { Kind = LineKind.Prose });
            before = opens ? i : -1;
        }
    }

    /// <summary>What follows 相关推荐 near the end of a page is other pages' text.</summary>
    private static void DropTail(string text, List<OutlineLine> lines)
    {
        var from = lines.FindIndex(l => l.Span.Start > text.Length * (1 - LongestTail) && l.Span.Length > 0 && PageWords.OpensTail(Of(text, l)));
        for (var i = Math.Max(from, 0); from >= 0 && i < lines.Count; i++)
        {
            if (lines[i].Kind != LineKind.Blank)
                lines[i] = lines[i] with { Kind = LineKind.Boilerplate };
        }
    }

    /// <summary>For each line the index of the next one that is prose, caption or boilerplate; the number of lines where none follows.</summary>
    private static int[] NextText(List<OutlineLine> lines)
    {
        var next = new int[lines.Count];
        var found = lines.Count;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            next[i] = found;
            if (lines[i].Kind is LineKind.Prose or LineKind.Caption or LineKind.Boilerplate)
                found = i;
        }

        return next;
    }

    private static List<OutlineLine> Cut(string text)
    {
        var lines = new List<OutlineLine>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var (a, b) = (start, end);
            while (a < b && char.IsWhiteSpace(text[a]))
                a++;
            while (b > a && char.IsWhiteSpace(text[b - 1]))
                b--;
            lines.Add(new(new TextSpan(a, b), LineKind.Blank));
            start = end + 1;
        }

        return lines;
    }

    private static LineKind KindOf(ReadOnlySpan<char> line)
    {
        if (PageWords.KindOf(line) is { } furniture)
            return furniture;
        if (IsMasthead(line))
            return LineKind.Source;
        if (!HoldsWords(line))
            return LineKind.Boilerplate;
        if (IsNames(line))
            return LineKind.Byline;
        if (line.Length < 30 && line.IndexOf("记者", StringComparison.Ordinal) is >= 0 and < 4 && !EndsSentence(line) && !line.ContainsAny(",，"))
            return LineKind.Byline;
        if (line.Length < 40 && line[0] is '(' or '（' && line[^1] is ')' or '）')
            return LineKind.Byline;
        if (IsCaption(line))
            return LineKind.Caption;
        if (line.Length <= LongestHeading && line[^1] is '!' or '！' && line.IndexOfAny("。;；") < 0)
            return LineKind.Heading;
        return line.Length <= LongestHeading && !EndsSentence(line) && line.IndexOfAny('。', ';', '；') < 0 ? LineKind.Heading : LineKind.Prose;
    }

    /// <summary>
    /// A short line without final punctuation is a heading only if text follows it before the next heading block ends; the
    /// first heading block of a page, one whose text opens with 本报讯, and one after a byline or source line are headlines.
    /// </summary>
    private static LineKind InContext(string text, List<OutlineLine> lines, int at, LineKind? before, int next)
    {
        if (next == lines.Count && at + 1 < lines.Count && before == LineKind.Prose && lines.FindIndex(at + 1, l => l.Kind != LineKind.Blank) is var signed and >= 0 && lines[signed].Kind == LineKind.Source)
            return LineKind.Byline;
        if (next == lines.Count)
            return EndsSentence(Of(text, lines[at])) ? LineKind.Prose : before == LineKind.Prose && !EndsSentence(Of(text, lines[at])) && Of(text, lines[at]).ContainsAny(",，") ? LineKind.Prose : LineKind.Boilerplate;
        if (lines[next].Kind == LineKind.Boilerplate)
            return before is LineKind.Headline or null ? LineKind.Headline : LineKind.Boilerplate;
        if (before is null or LineKind.Headline or LineKind.Boilerplate or LineKind.Byline or LineKind.Source)
            return LineKind.Headline;
        if (EndsSentence(Of(text, lines[at])))
            return LineKind.Prose;
        var body = Of(text, lines[next]);
        return OpensArticle(body) ? LineKind.Headline : LineKind.Heading;
    }

    private static ReadOnlySpan<char> Of(string text, OutlineLine line) => text.AsSpan(line.Span.Start, line.Span.Length);

    /// <summary>Whether a paragraph opens with the words by which a newspaper begins an article: 本报讯, 某地讯.</summary>
    public static bool OpensArticle(ReadOnlySpan<char> body)
    {
        var head = body[..Math.Min(body.Length, 8)];
        return head.StartsWith("本报讯", StringComparison.Ordinal) || head.StartsWith("本报记者", StringComparison.Ordinal)
            || head.StartsWith("本网讯", StringComparison.Ordinal) || head.StartsWith("本刊讯", StringComparison.Ordinal)
            || head.Contains("讯(", StringComparison.Ordinal) || head.Contains("讯 ", StringComparison.Ordinal);
    }

    /// <summary>《工人日报》(2020年03月25日 02版), 工人日报 2020年03月25日 星期三, 2020-02-11 08:00:00 来源:….</summary>
    private static bool IsMasthead(ReadOnlySpan<char> line)
    {
        // 2022年6月20日至9月10日: when an activity is held, in a notice.
        if (line.Length > 80 || (char.IsAsciiDigit(line[0]) && line.Contains('至') && !line.Contains("来源", StringComparison.Ordinal)))
            return false;
        if (line.Contains("星期", StringComparison.Ordinal) && line.Contains('年') && line.Length < 40 && !EndsSentence(line))
            return true;
        if (line.Length is > 7 and < 12 && line[^1] == '日' && char.IsAsciiDigit(line[0]) && line.Contains('年') && line.Contains('月'))
            return true;
        if (line.Length < 40 && HoldsDate(line) && !EndsSentence(line))
            return true;
        if (line[0] == '《' && line[^1] is ')' or '）' && (line.Contains('版') || line.Contains('日')))
            return true;
        return line.Length > 10 && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[3]) && line[4] is '-' or '/' or '年'
            && (line.Contains("来源", StringComparison.Ordinal) || (line[^1] != '。' && (line.Length < 24 || line.Contains("作者", StringComparison.Ordinal))));
    }

    /// <summary>2020-02-24 or 2020/02/24 somewhere in the line.</summary>
    private static bool HoldsDate(ReadOnlySpan<char> line)
    {
        for (var i = 4; i + 5 < line.Length; i++)
        {
            if (line[i] is '-' or '/' && (line[i + 3] == line[i] || line[i + 2] == line[i]) && char.IsAsciiDigit(line[i - 4]) && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1]))
                return true;
        }

        return false;
    }

    private static bool HoldsWords(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    /// <summary>Two or three personal names and nothing else: 王某 方某某.</summary>
    private static bool IsNames(ReadOnlySpan<char> line)
    {
        if (line.Length > 14)
            return false;
        var names = 0;
        foreach (var part in line.Split(' '))
        {
            var name = line[part];
            if (name.Length is < 2 or > 4 || NameLexicon.Words.TryGet(name, out _) || SubjectReader.PersonLength(name, 0) != name.Length)
                return false;
            names++;
        }

        return names > 1;
    }

    private static bool IsCaption(ReadOnlySpan<char> line)
    {
        if (line.Length > 40 || line.ContainsAnyInRange('0', '9'))
            return false;
        var marks = line.Count('。');
        return marks <= 1 && line.Contains("现场", StringComparison.Ordinal) && line.Contains("正在", StringComparison.Ordinal);
    }

    private static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var end = line.Length;
        while (end > 0 && Closers.Contains(line[end - 1]))
            end--;
        return end > 0 && SentenceEnds.Contains(line[end - 1]);
    }
}
