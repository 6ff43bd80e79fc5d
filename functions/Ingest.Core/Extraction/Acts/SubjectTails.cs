using System.Buffers;
using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>
/// What behind the last name of a subject says who acts: its staff (某厂职工捐款), the unions of the firms named (等4家企业工会), and
/// partners that no list of names holds (联合某社区, 联合甲、乙等企业).
/// </summary>
internal static class SubjectTails
{
    /// <summary>Longest name of a partner.</summary>
    private const int Longest = 10;

    /// <summary>Reach of a list of partners.</summary>
    private const int LongestList = 48;

    /// <summary>Characters that tell of several, and stand in no community's name.</summary>
    private static readonly SearchValues<char> NoNeighbour = SearchValues.Create("各个和及与的");

    private static readonly SearchValues<char> Counts = SearchValues.Create("0123456789一两二三四五六七八九十多余数几");
    private static readonly PhraseSet Joining = new("联合", "携手", "会同");
    private static readonly PhraseSet Kinds = new("企业", "单位", "公司", "商家", "平台", "机构");
    private static readonly PhraseSet Giving = new("心系", "情系", "踊跃", "纷纷", "积极", "自发", "主动", "闻讯", "得知", "听说", "当场", "慷慨");

    private static readonly string[] Staffs =
        ["全体干部职工", "全体员工", "全体职工", "机关全体干部职工", "机关干部职工", "机关党员干部", "机关党员", "机关干部", "干部职工", "员工", "职工", "的老师", "老师", "矿工"];

    /// <summary>Adds to a subject what stands behind its last name, or makes of its firms what they are called there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="subject">The subject so far.</param>
    /// <param name="nameEnd">Where its last name ends.</param>
    /// <param name="end">Where the subject ends, titles and people included.</param>
    /// <param name="joined">Whether further partners may follow.</param>
    public static void Read(string text, Clause clause, List<Actor> subject, int nameEnd, int end, bool joined)
    {
        var rest = text.AsSpan(end, Math.Max(0, clause.End - end));
        if (joined && Neighbour(rest) is { } neighbour)
        {
            clause.Leaders = clause.Leaders == 0 ? subject.Count : clause.Leaders;
            subject.Add(new(neighbour, subject[0].Place, ActorKind.Institution));
        }

        if (subject[0].Kind == ActorKind.Company && UnionsOf(rest) is { } more)
        {
            AddFirms(subject, more);
            for (var i = 0; i < subject.Count; i++)
                subject[i] = subject[i] with { Name = subject[i].Name + "工会", Kind = ActorKind.Union };
        }
        else if (Partners(rest, subject.Count > 1 || joined) is { } list)
        {
            clause.Leaders = clause.Leaders == 0 ? subject.Count : clause.Leaders;
            AddFirms(subject, list);
        }

        if (subject is [{ Kind: not ActorKind.Person } body] && !body.Name.EndsWith("总工会", StringComparison.Ordinal) && StaffOf(text.AsSpan(nameEnd, Math.Max(0, clause.End - nameEnd)), clause, body.Kind == ActorKind.Company) is { } staff)
            subject[0] = body with { Name = body.Name + staff };
    }

    /// <summary>某街道总工会|联合某社区,…: a community that joins in, which no list holds.</summary>
    private static string? Neighbour(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimEnd(",");
        var name = Joining.Starts(rest) ? rest[2..] : [];
        return name.Length is > 3 and <= Longest && name.EndsWith("社区") && name.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0 && !name.ContainsAny(NoNeighbour) && !name.StartsWith("辖区") ? name.ToString() : null;
    }

    /// <summary>等4家企业工会, 、某热电三家单位工会: the unions of the firms that are named; the names that stand in it.</summary>
    private static string[]? UnionsOf(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, LongestList)];
        foreach (var closer in (ReadOnlySpan<string>)["家企业工会", "家单位工会", "个企业工会", "个单位工会", "家工会", "个工会"])
        {
            var at = rest.IndexOf(closer);
            if (at <= 0)
                continue;
            var names = rest[..at];
            var count = names.LastIndexOfAnyExcept(Counts) + 1;
            names = names[..count].TrimEnd("等");
            return count == at ? null : names.IsEmpty ? [] : names[0] == '、' ? Names(names[1..]) : null;
        }

        return null;
    }

    /// <summary>联合甲、乙等企业, 、乙等5家单位: firms by short names.</summary>
    private static string[]? Partners(ReadOnlySpan<char> rest, bool several)
    {
        rest = rest[..Math.Min(rest.Length, LongestList)];
        var joins = Joining.Starts(rest);
        if (!joins && !(several && rest.Length > 0 && rest[0] == '、'))
            return null;
        rest = rest[(joins ? 2 : 1)..];
        var close = rest.IndexOf('等');
        if (close < 2)
            return null;
        var kind = rest[(close + 1)..].TrimStart("0123456789一两二三四五六七八九十多余数几家个爱心");
        return Kinds.Starts(kind) ? Names(rest[..close]) : null;
    }

    /// <summary>Names parted by 、; null where one of them is none.</summary>
    private static string[]? Names(ReadOnlySpan<char> list)
    {
        var names = new List<string>();
        foreach (var range in list.Split('、'))
        {
            var name = list[range];
            if (name.Length is < 2 or > Longest || name.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') >= 0 || name.ContainsAny(NoNeighbour) || Kinds.StandsIn(name) || name.EndsWith("工会") || name.EndsWith("局"))
                return null;
            names.Add(name.ToString());
        }

        return [.. names];
    }

    private static void AddFirms(List<Actor> subject, string[] names)
    {
        foreach (var name in names)
        {
            if (!subject.Exists(actor => actor.Name == name))
                subject.Add(new(name, subject[0].Place, ActorKind.Company));
        }
    }

    /// <summary>某公司|职工 gave: not the firm itself. 某局全体职工 are the body as a whole.</summary>
    private static string? StaffOf(ReadOnlySpan<char> rest, Clause clause, bool firm)
    {
        foreach (var staff in Staffs)
        {
            if (!rest.StartsWith(staff))
                continue;
            var gives = clause.Is(WordClass.Donate) ? !clause.CallsUpon : (firm && clause.Is(WordClass.Give)) || Giving.Starts(rest[staff.Length..]);
            return gives && (firm || staff[0] != '全') ? staff.TrimStart('的') : null;
        }

        return null;
    }
}
