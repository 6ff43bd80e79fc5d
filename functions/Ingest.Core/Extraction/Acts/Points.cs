namespace Ingest.Core.Extraction.Acts;

/// <summary>The points of a list told in running text: 一是…二是…三是…, and sentences that only head one: 五、建设服务站点。</summary>
internal static class Points
{
    private const string Ordinals = "一二三四五六七八九十";

    /// <summary>Marks that open a point in place of a number.</summary>
    private const string Bullets = "—●○◆◇■□▲★☆◎※►▶";

    /// <summary>Longest sentence that is taken for a heading.</summary>
    private const int LongestHeading = 24;

    /// <summary>Longest sentence behind 三是 that only names what the next one tells.</summary>
    private const int LongestPoint = 16;

    /// <summary>Whether a clause or sentence opens a point.</summary>
    public static bool Opens(ReadOnlySpan<char> text) => text.Length > 2 && text[1] == '是' && Ordinals.Contains(text[0], StringComparison.Ordinal);

    /// <summary>Whether a clause is a numbered heading and no statement: 五、建设服务站点。</summary>
    public static bool Heads(ReadOnlySpan<char> clause)
    {
        var at = clause.Length > 0 && clause[0] == '(' ? 1 : 0;
        var digits = at;
        while (at < clause.Length && Ordinals.Contains(clause[at], StringComparison.Ordinal))
            at++;
        if (digits == 0 && Opens(clause) && clause.Length <= LongestPoint && clause.TrimEnd("\n ") is [.., '。'])
            return true;
        return at > digits && at < clause.Length && clause[at] is '、' or ')' or '.' && clause.Length <= LongestHeading && clause.TrimEnd("\n ") is [.., '。' or ':'];
    }

    /// <summary>Whether a paragraph opens with a mark in place of a number: —— ●.</summary>
    public static bool Bulleted(ReadOnlySpan<char> text) => text.Length > 0 && Bullets.Contains(text[0], StringComparison.Ordinal);

    /// <summary>Whether a paragraph or clause opens with the number or bullet of a point: 一、 (二) 3. 第四条 五是.</summary>
    public static bool Numbered(ReadOnlySpan<char> text)
    {
        if (Opens(text))
            return true;
        var bracketed = text.Length > 0 && text[0] == '(';
        var ordinal = text.Length > 0 && text[0] == '第';
        var start = bracketed || ordinal ? 1 : 0;
        var at = start;
        while (at < text.Length && at - start < 3 && (Ordinals.Contains(text[at], StringComparison.Ordinal) || char.IsAsciiDigit(text[at])))
            at++;
        if (at == start || at + 1 >= text.Length)
            return false;
        return bracketed ? text[at] == ')' : ordinal ? text[at] is '条' or ',' : text[at] == '、' || (text[at] == '.' && !char.IsAsciiDigit(text[at + 1]));
    }
}
