using System.Text;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// One UTF-16 unit to one: traditional to simplified, full-width to half-width, one kind of each mark. Clause marks and
/// brackets become the ASCII ones (<c>, ; : ! ? ( )</c>), quotes the curly ones; <c>。 、 《》 〔〕 【】</c> stay.
/// </summary>
internal static class CharacterTable
{
    private const string Marks = "﹐,︰:﹕:﹔;﹖?﹗!‐-‑-−-–-﹣-―—〜~～~￥¥「“」”『‘』’﹁“﹂”﹃‘﹄’〝“〞”‟”„“﹙(﹚)［[］]｢“｣”︱|∶:﹪%٪%⁄/∕/〈《〉》«《»》﹤《﹥》﹝〔﹞〕";

    private static readonly Dictionary<char, List<(string From, string To, int Offset)>> Phrases = [];
    private static readonly char[] Map = Load();
    private static readonly CharacterSet InPhrases = new(Phrases.Keys);

    /// <summary>Whether the plain form of one unit depends on those around it.</summary>
    public static bool DependsOnContext(char c) => InPhrases.Contains(c);

    /// <summary>The plain form of one unit.</summary>
    public static char Plain(char c) => Map[c];

    /// <summary>The plain form of the character at a place: its simplified form, and 〇 for a circle beside a Chinese digit.</summary>
    public static char PlainAt(ReadOnlySpan<char> text, int at)
    {
        var c = Simplified(text, at);
        return c == '○' && (IsChineseDigit(text, at - 1) || IsChineseDigit(text, at + 1)) ? '〇' : c;
    }

    /// <summary>The simplified form of the traditional character at <paramref name="at"/>, phrases considered (乾坤, 慰藉).</summary>
    public static char Simplified(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (!InPhrases.Contains(c))
        {
            return Map[c];
        }

        foreach (var (from, to, offset) in Phrases[c])
        {
            var start = at - offset;
            if (start >= 0 && text[start..].StartsWith(from, StringComparison.Ordinal))
            {
                return to[offset];
            }
        }

        return Map[c];
    }

    private static bool IsChineseDigit(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at < text.Length && text[at] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '○' or '〇';

    private static char[] Load()
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = (char)i;
        }

        // Full-width ASCII, Kangxi radicals and compatibility ideographs (texts taken from PDF files hold them).
        Fold(map, 0xFF01, 0xFF5E);
        Fold(map, 0x2F00, 0x2FD5);
        Fold(map, 0xF900, 0xFAD9);
        for (var i = 0; i < Marks.Length; i += 2)
        {
            map[Marks[i]] = Marks[i + 1];
        }

        foreach (var line in DataFile.Lines(typeof(CharacterTable), "traditional.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
            {
                for (var i = 0; i < line.Length; i += 2)
                {
                    map[line[i]] = line[i + 1];
                }

                continue;
            }

            AddPhrase(map, line[..space], line[(space + 1)..]);
        }

        return map;
    }

    private static void Fold(char[] map, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var folded = ((char)i).ToString().Normalize(NormalizationForm.FormKC);
            if (folded.Length == 1)
            {
                map[i] = folded[0];
            }
        }
    }

    /// <summary>Files the phrase under each character that the table alone would convert wrongly in it.</summary>
    private static void AddPhrase(char[] map, string from, string to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            if (map[from[i]] == to[i])
            {
                continue;
            }

            if (!Phrases.TryGetValue(from[i], out var list))
            {
                Phrases[from[i]] = list = [];
            }

            list.Add((from, to, i));
        }
    }
}
