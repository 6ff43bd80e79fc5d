using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Whom an act helps, as the text names them: what stands behind 为, 向, 给, 慰问 and names people or bodies.</summary>
internal static class GroupFacts
{
    private const int Longest = 60;

    private static readonly string[] Shares = ["每人", "每户", "每家", "统一", "普遍", "逐一"];

    /// <summary>Adds the groups without a number, each once; those with one were counted before.</summary>
    public static List<Beneficiaries> Add(string text, Draft draft, List<Beneficiaries> people)
    {
        var counted = people.Count;
        foreach (var clause in draft.Clauses)
        {
            var tokens = (clause.AllWords & (WordClass.Visit | WordClass.Toward)) != 0 ? clause.Tokens : [];
            for (var i = 0; i < tokens.Length; i++)
            {
                if ((tokens[i].Is(WordClass.Visit) || (tokens[i].Is(WordClass.Toward) && text[tokens[i].End - 1] is not ('到' or '在' or '赴' or '往' or '至' or '进' or '来' or '与' or '同'))) && Phrase(text, tokens, i, clause.End) is { Length: > 0 } group
                    && !Holds(people, counted, group))
                    people.Add(new(group, null));
            }
        }

        Merge(people, counted);
        return people;
    }

    /// <summary>向一线职工每人发放500元,共慰问1200人: a number of people that names none counts those who are named without one.</summary>
    private static void Merge(List<Beneficiaries> people, int counted)
    {
        if (people.Count != counted + 1 || people.FindAll(static p => p.Group == CountFacts.Anybody) is not [var bare])
            return;
        people[people.IndexOf(bare)] = people[^1] with { Count = bare.Count };
        people.RemoveAt(people.Count - 1);
    }

    private static bool Holds(List<Beneficiaries> people, int from, string group)
    {
        var held = false;
        for (var i = 0; !held && i < people.Count; i++)
            held = (i >= from || group.Length <= people[i].Group.Length) && people[i].Group.Contains(group, StringComparison.Ordinal);
        return held;
    }

    private static string Phrase(string text, ReadOnlySpan<Token> tokens, int at, int end)
    {
        var to = end;
        var people = false;
        for (var i = at + 1; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            // 甲厂、乙厂等6家单位的职工 stays whole; a number of people was read as such.
            if (token.Kind == TokenKind.Quantity)
            {
                if (text[token.End - 1] is '家' or '所' && i + 1 < tokens.Length && tokens[i + 1].End < text.Length && text[tokens[i + 1].End] == '的')
                    continue;
                return "";
            }

            if (token.Kind is TokenKind.Money or TokenKind.Date || token.IsMark(',') || token.IsMark(';') || token.IsMark('。')
                || token.Is(WordClass.AnyGoods | WordClass.Funds)
                || (token.Is(WordClass.AnyAct | WordClass.Toward) && !(token.End < text.Length && text[token.End] == '的') && people))
            {
                to = token.Start;
                break;
            }

            people |= token.Is(WordClass.Group | WordClass.Kin | WordClass.Unit);
        }

        // 医护人员|每人, 家庭|统一
        var length = to - tokens[at].End;
        length -= Phrases.EndWithAny(text.AsSpan(tokens[at].End, Math.Max(0, length)), Shares) ? Shares[0].Length : 0;
        return people && length is > 1 and <= Longest ? text.AsSpan(tokens[at].End, length).Trim(" 、,;。了的地进行】」”\n").ToString() : "";
    }
}
