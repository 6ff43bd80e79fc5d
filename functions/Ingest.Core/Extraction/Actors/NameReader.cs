using System.Buffers;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Actors;

/// <summary>
/// Finds names in a run of text: an organisation's name reaches from the last word that can't stand in a name to the last word
/// that closes one.
/// </summary>
internal sealed class NameReader(string text)
{
    /// <summary>Unknown characters that a name may open with; more are a phrase, not a name.</summary>
    private const int LongestLead = 14;

    /// <summary>Unknown characters between an organisation and the part of it that is named (市总工会|职工文化艺术|协会).</summary>
    private const int LongestInner = 10;

    /// <summary>Reach of the words that tell of what a body is a member.</summary>
    private const int LongestMembership = 36;

    /// <summary>Reach of the posts and trades of a person who is credited.</summary>
    private const int LongestPost = 30;

    /// <summary>What may open the words behind the name of a person who is credited: 开着, 驾车, 除了, 还, 联合, a second name.</summary>
    private static readonly SearchValues<char> Behind = SearchValues.Create("、等和与及开驾除也还又将把为联便就从捐送得自主带拿掏骑扛背拉携率");

    private readonly NameTokens _tokens = new();
    private readonly List<RawName> _names = [];
    private int _end;
    private int _creditEnd;

    /// <summary>All names of a run, in order; good until the next run is read.</summary>
    public List<RawName> Read(TextSpan run)
    {
        _names.Clear();
        _creditEnd = 0;
        _end = run.End;
        for (var at = run.Start; at < run.End;)
        {
            var stop = NameTokenizer.Read(text, at, run.End, _tokens);
            if ((_tokens.Roles & NameRoles.Telling) != NameRoles.None)
                ReadTokens();
            at = Math.Max(stop, at + 1);
            if (_names.Count > 0)
                at = Math.Max(at, _names[^1].End);
        }

        return _names;
    }

    private void ReadTokens()
    {
        for (var i = 0; i < _tokens.Count;)
        {
            if (_tokens[i].Is(NameRoles.Credit))
                _creditEnd = _tokens[i].End;
            if (_tokens[i].Is(NameRoles.Collective) && Collectives.EndOf(text, _tokens[i], _end) is var collective and > 0)
                i = Collective(OpenedByPlace(i) ? i - 1 : i, i, collective);
            else
                i = _tokens[i].Is(NameRoles.Credit) && Person(i) ? Skip(i + 1, _names[^1].End) : _tokens[i].Breaks ? i + 1 : ReadFrom(i);
        }
    }

    private bool Person(int credit)
    {
        var start = _tokens[credit].End;
        var span = text.AsSpan(0, _end);
        var length = start < _end ? SubjectReader.PersonLength(span, start) : 0;
        if (length == 0)
            return start < _end && text[start] == '、' && PersonInChain(span, start + 1);
        var next = start + length;
        var acts = next < _end && (text[next] == ',' || (length > 1 && Behind.Contains(text[next])) || Parts(span, next));
        if (!acts)
            return false;
        AddPerson(start, next);
        // 村民甲、|乙: further names.
        while (text[next] == '、' && SubjectReader.CreditedLength(span, next + 1) is > 1 and var other && next + 1 + other < _end && (text[next + 1 + other] is '、' or '等' or ',' or '共' or '和' || Parts(span, next + 1 + other)))
        {
            AddPerson(next + 1, next + 1 + other);
            next += 1 + other;
        }

        return true;
    }

    private static bool Parts(ReadOnlySpan<char> span, int at) => NameLexicon.Words.Longest(span, at, out var word) > 0 && word!.Is(NameRoles.Break);

    /// <summary>省劳模、某村党支部书记某某: the person behind the further posts and trades of one who is credited.</summary>
    private bool PersonInChain(ReadOnlySpan<char> span, int start)
    {
        var end = Math.Min(span.Length, start + LongestPost);
        for (var at = start + 2; at < end && span[at] is not (',' or '。' or ';' or '\t'); at++)
        {
            if (!NameLexicon.PersonWords.Ends(span[start..at]) || SubjectReader.CreditedLength(span, at) is not (> 0 and var length) || (at + length < span.Length && span[at + length] is '村' or '镇' or '乡' or '社'))
                continue;
            AddPerson(at, at + length);
            return true;
        }

        return false;
    }

    private void AddPerson(int start, int end) =>
        _names.Add(new(RawKind.Person, start, end) { CoreStart = start, Actor = ActorKind.Person, SubjectEnd = end });

    /// <summary>Reads the name that begins at token <paramref name="first"/>, if one does; returns the token to go on with.</summary>
    private int ReadFrom(int first)
    {
        var last = -1;
        var i = first;
        var shortUnion = false;
        for (var inner = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            if (last < 0 && !token.Is(NameRoles.Telling | NameRoles.Parts | NameRoles.Title | NameRoles.People))
                continue;
            if (token.Breaks || (token.Is(NameRoles.Title | NameRoles.Credit) && !token.Is(NameRoles.Organisation) && !OpensBody(i)))
                break;
            var adjacent = last == i - 1;
            if (token.Is(NameRoles.People) && (!token.Is(NameRoles.Part) || (adjacent && last >= 0)))
                break;
            if (token.Is(NameRoles.Organisation) && last >= 0 && ((!adjacent && token.End - token.Start == 1 && !OpensBranch(i - 1)) || OfficialNames.LevelIn(token.Word!.Text) is not null))
                break;
            if (!adjacent && last >= 0 && StandsApart(token, shortUnion || NameKind.Of(_tokens, first, last, shortUnion) == ActorKind.Union))
                break;
            if (token.Is(NameRoles.Organisation) || (token.Is(NameRoles.Part) && last >= 0))
            {
                (last, inner) = (i, 0);
                continue;
            }

            if (last < 0)
            {
                if (Collectives.EndOf(text, token, _end) is var collective and > 0)
                    return Collective(first, i, collective);
                if (ShortUnion(i))
                {
                    // 市总|职工服务中心: the name may go on behind 总, which is a token of its own.
                    (last, shortUnion) = (i, true);
                    i++;
                    inner = _tokens[i].End - _tokens[i].Start - 1;
                }

                continue;
            }

            // 某县总工会驻某镇某村工作组, 某集团某市分公司.
            var posted = text[_tokens[last].End] == '驻';
            inner += token.Word is null && !posted ? token.End - token.Start : 0;
            var place = token.Is(NameRoles.Place | NameRoles.Level);
            if (inner > LongestInner || token.Word?.Text == "各级" || (place && !posted && !OpensBranch(i) && (token.Is(NameRoles.Level) || NameKind.Of(_tokens, first, last, shortUnion: false) != ActorKind.Company)))
                break;
        }

        if (last >= 0)
            return Emit(first, last, shortUnion && _tokens[last].Is(NameRoles.Place | NameRoles.Level) ? _tokens[last].End + 1 : _tokens[last].End, shortUnion);
        for (var p = first; p < i; p++)
        {
            if (!_tokens[p].Is(NameRoles.Place | NameRoles.Landmark | NameRoles.Level))
                continue;

            // 湖南街道 names a street, not the province.
            if (p + 1 < i && _tokens[p].Is(NameRoles.Place) && NameLead.TownAt(text, _tokens, p + 1, known: true) is { } town && town.Start <= _tokens[p].Start)
                continue;
            EmitPlace(p);
        }

        return Math.Max(i, first + 1);
    }

    /// <summary>市总工会助学子圆|大学: a union has offices, societies and centres of its own, but no company, school or hospital.</summary>
    private static bool StandsApart(NameToken token, bool fromUnion) =>
        fromUnion && token.Is(NameRoles.Organisation) && (token.Word!.Kind == ActorKind.Company || token.Word.Text is [.., '学' or '院'] or [.., '学', '校']);

    /// <summary>退役军人|服务中心, 企业家|协会: people after whom a body is named.</summary>
    private bool OpensBody(int i) =>
        i + 1 < _tokens.Count && _tokens[i].Is(NameRoles.Credit) && _tokens[i + 1].Is(NameRoles.Organisation) && _tokens[i + 1].Start == _tokens[i].End;

    /// <summary>某互助会|某市|办事处, 某学院附属|某市|医院, 国家税务总局|某市|税务局, 民盟|某市|委, 某局|某省|公司: a place behind a body is part of the name where the body has a branch in it.</summary>
    private bool OpensBranch(int i) =>
        _tokens[i].Is(NameRoles.Place) && i + 1 < _tokens.Count && _tokens[i + 1].Is(NameRoles.Organisation) && _tokens[i + 1].Start == _tokens[i].End
        && ((i > 0 && _tokens[i - 1].Is(NameRoles.Prefix) && _tokens[i - 1].Is(NameRoles.Organisation)) || _tokens[i + 1].Word!.Text is ['分' or '支', ..] or "办事处" or "代表处" or "中心支公司" || (_tokens[i + 1].Word!.Text == "公司" && i > 0 && _tokens[i - 1].Word?.Text == "局") || text.AsSpan(0, _tokens[i].Start).EndsWith("附属", StringComparison.Ordinal));

    /// <summary>省总, 烟台市总: 总 stands for 总工会 unless it opens another word.</summary>
    private bool ShortUnion(int i)
    {
        var token = _tokens[i];
        if (!token.Is(NameRoles.Place | NameRoles.Level) || token.End >= _end || text[token.End] != '总')
            return false;
        if (token.Word is { Text: "镇" or "乡" or "街道" })
            return false;
        var after = token.End + 1;
        return (NameLexicon.Words.Longest(text.AsSpan(0, _end), token.End, out var word) <= 1 || word!.Is(NameRoles.Break) is false)
            && i + 1 < _tokens.Count && _tokens[i + 1].Word is null
            && (after >= _end || !"体量数额部经医结面价产共计和统裁署参书监人工务商".Contains(text[after]))
            && !(after + 1 < _end && text[after] == '会' && text[after + 1] is not '同');
    }

    /// <summary>烟台|全市各级工会: the place right before says whose they are, and is no mention of its own.</summary>
    private bool OpenedByPlace(int i)
    {
        if (i == 0 || text[_tokens[i].Start] != '全' || !_tokens[i - 1].Is(NameRoles.Place) || _tokens[i - 1].End != _tokens[i].Start)
            return false;
        if (_names is [.., { Kind: RawKind.Place } place] && place.Start == _tokens[i - 1].Start)
            _names.RemoveAt(_names.Count - 1);
        return true;
    }

    private int Collective(int first, int i, int end)
    {
        var lead = Lead(first, i);
        var word = _tokens[i].Word!;
        var counted = Collectives.IsCounted(text, _tokens[i]);
        var each = counted || Collectives.OpensEach(word);
        var subjectEnd = SubjectReader.EndOf(text.AsSpan(0, _end), end, out _);
        // 各乡镇工会主席: people, who come to a meeting or are spoken to.
        if (each && subjectEnd > end)
            return Skip(i + 1, end);
        _names.Add(new(RawKind.Collective, each ? _tokens[i].Start : lead.Start, end)
        {
            Places = each ? [] : lead.Places,
            OfSeveral = counted,
            Level = counted ? word.Text : each ? text[(_tokens[i].Start + 1)..(_tokens[i].Start + 2)]
                : lead.Level ?? (lead.Places.Length > 0 ? null : word.Text is ['全', _] ? word.Text[1..] : word.Text is ['省' or '市' or '县' or '区', _, ..] && !_tokens[i].Is(NameRoles.Place) ? word.Text[..1] : null),
            Town = each ? null : lead.Town,
            CoreStart = _tokens[i].End,
            Actor = ActorKind.Collective,
            SubjectEnd = subjectEnd,
        });
        return Skip(i + 1, end);
    }

    private int Emit(int first, int last, int end, bool shortUnion)
    {
        var lead = Lead(first, last);
        var named = lead.Places.Length > 0 || lead.Level is not null || lead.Town is not null || lead.Landmark is not null || lead.Marked;
        var unnamed = !named && (IsUnitUnion(lead, last, end) || (lead.Unknown == 0 && !HasOther(NameRoles.Organisation, lead.Index, last)));
        end = TaskForces.EndOf(text.AsSpan(0, _end), end);
        if (CountedLevel(lead.Index, last) is var counted and >= 0)
        {
            // 甲、乙两县总工会: whose they are stands before.
            for (var p = lead.Index; p < counted; p++)
                EmitPlace(p);
            var kind = NameKind.Of(_tokens, counted, last, shortUnion: false);
            if (text[_tokens[counted].Start - 1] is '两' or '三' or '四' or '等' && kind is ActorKind.Union or ActorKind.Public && end - _tokens[counted].End > 1)
                _names.Add(new(RawKind.Counted, _tokens[counted].Start - 1, end) { Level = _tokens[counted].Word!.Text, CoreStart = _tokens[counted].End, Actor = kind, SubjectEnd = end });
            return Skip(last + 1, end);
        }

        // 兰州、天水等地工会: of the places named before.
        if (unnamed && lead.Start > 1 && text.AsSpan(lead.Start - 2, 2) is "等地" && text.AsSpan(lead.Start, end - lead.Start) is "工会" or "总工会")
        {
            _names.Add(new(RawKind.Counted, lead.Start - 2, end) { CoreStart = lead.Start, Actor = ActorKind.Union, SubjectEnd = end });
            return Skip(last + 1, end);
        }

        if ((unnamed && lead.Start > 0 && "街镇级各乡村区县市省".Contains(text[lead.Start - 1])) || (lead.Start > 0 && text[lead.Start - 1] == '某'))
            return Skip(last + 1, end);
        // 住建|部门: those who see to it, of any level.
        if (end < _end && text[end] == '门' && text[end - 1] == '部')
            return Skip(last + 1, end);
        if (IsOverMember(end) || end - lead.Start < 2 || (!named && !unnamed && !CanOpenUnmarked(lead, last)))
            return Skip(last + 1, end);
        if (!named && FirmStart(lead.Start, end) is var firm && firm < lead.Start)
            lead = lead with { Start = firm, CoreStart = firm };
        var subjectEnd = SubjectReader.EndOf(text.AsSpan(0, _end), end, out var person);
        if (person.Length > 0 && IsCredited(lead.Start))
        {
            _names.Add(new(RawKind.Person, person.Start, person.End) { CoreStart = person.Start, Actor = ActorKind.Person, SubjectEnd = person.End });
            return Skip(last + 1, person.End);
        }

        _names.Add(new(RawKind.Organisation, lead.Start, end)
        {
            Places = lead.Places,
            Level = lead.Level,
            Town = lead.Town,
            LandmarkCode = lead.Landmark,
            Inner = lead.Inner,
            CoreStart = lead.CoreStart,
            Actor = NameKind.Of(_tokens, lead.Index, last, shortUnion),
            ShortUnion = shortUnion,
            Unnamed = unnamed,
            Corporate = NameKind.IsCorporate(_tokens, lead.Index, last),
            SubjectEnd = subjectEnd,
        });
        return Skip(last + 1, end);
    }

    /// <summary>劳动模范、某公司工人某某, 两位劳动模范——某厂主任甲和某公司董事长乙: whose name a body opens is credited, not the body.</summary>
    private bool IsCredited(int start) =>
        (_creditEnd > 0 && start > _creditEnd && start - _creditEnd <= 2 && text[_creditEnd] is '、' or ',' or '—' or ':')
        || (_names is [.., { Kind: RawKind.Person } other] && other.End == start - 1 && text[start - 1] is '和' or '、' or '与');

    /// <summary>某区工商联|主席单位|某公司: the body that the one named next is a member of.</summary>
    private bool IsOverMember(int end)
    {
        var rest = text.AsSpan(end, Math.Min(LongestMembership, _end - end));
        var post = rest[..Math.Min(rest.Length, 7)].IndexOf("单位", StringComparison.Ordinal);
        return post > 1 && rest[post - 1] is '席' or '长' or '事' or '员' && rest[(post + 2)..].Contains("公司", StringComparison.Ordinal) && !rest[..post].ContainsAny(",。的");
    }

    /// <summary>段工会, 矿工会: the union of a unit that was named before.</summary>
    private bool IsUnitUnion(NameLead lead, int last, int end) =>
        end - lead.Start == 3 && _tokens[last].Word?.Text == "工会" && "局段矿厂院校行站所社队".Contains(text[lead.Start]) && (lead.Start == 0 || !char.IsLetter(text[lead.Start - 1]) || text[lead.Start - 1] is '该' or '本' or '我');

    /// <summary>
    /// Whether a name may open with characters that no word of the lexicon explains: a company or institution may, a public body
    /// may not (树立大局), and 工会 alone only where a line or sentence opens or the lead is quoted.
    /// </summary>
    private bool CanOpenUnmarked(NameLead lead, int last)
    {
        if ((lead.Strange == 0 && !OpensUnit(lead, last)) || lead.Unknown is < 2 or > LongestLead || text.AsSpan(lead.Start, lead.Unknown).ContainsAnyInRange('0', '9'))
            return false;
        if (_tokens[last].Word?.Text != "工会" || Has(NameRoles.Organisation, lead.Index, last))
            return NameKind.Of(_tokens, lead.Index, last, shortUnion: false) != ActorKind.Public;
        return text[lead.Start] is '“' or '"' || Has(NameRoles.Part, lead.Index, last) || (lead.Unknown > 2 && OpensClause(lead.Start));
    }

    /// <summary>采油二厂工会, 机修车间工会: a works and its union, where a sentence or clause opens; the trade's words alone are no name.</summary>
    private bool OpensUnit(NameLead lead, int last) =>
        text.AsSpan(_tokens[last].Start, _tokens[last].End - _tokens[last].Start).EndsWith("工会", StringComparison.Ordinal)
        && OpensClause(lead.Start);

    private bool OpensClause(int start) => start == 0 || text[start - 1] is '\n' or '。' or ',';

    /// <summary>Where a registered firm's name begins: it opens with a place, whatever words stand behind that (上海某某进出口有限公司).</summary>
    private int FirmStart(int start, int end)
    {
        if (!text.AsSpan(start, end - start).EndsWith("有限公司", StringComparison.Ordinal))
            return start;
        for (var at = start - 1; at >= Math.Max(0, start - LongestLead) && text[at] is >= '一' and <= '鿿' && !"由向为和与及给在的对".Contains(text[at], StringComparison.Ordinal); at--)
        {
            if (NameLexicon.Words.Longest(text.AsSpan(0, end), at, out var word) > 1 && word!.Place is { Ordinary: false })
                return at;
        }

        return start;
    }

    /// <summary>Whether a token before the last one can do one of the given things.</summary>
    private bool Has(NameRoles roles, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (_tokens[i].Is(roles))
                return true;
        }

        return false;
    }

    /// <summary>Whether a token, the last one included, can do none of the given things.</summary>
    private bool HasOther(NameRoles roles, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!_tokens[i].Is(roles))
                return true;
        }

        return false;
    }

    private int Skip(int i, int end)
    {
        while (i < _tokens.Count && _tokens[i].Start < end)
            i++;
        return i;
    }

    /// <summary>海南、西藏等四省(区)总工会: the token of a level of which there are several, so that this is no name; or -1.</summary>
    private int CountedLevel(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_tokens[i].Start > 0 && _tokens[i].Is(NameRoles.Level) && "一二两三四五六七八九十几多各等".Contains(text[_tokens[i].Start - 1])
                && !(i < last && _tokens[i + 1].Word is null && char.IsLetter(text[_tokens[i].End])))
                return i;
        }

        return -1;
    }

    private void EmitPlace(int i)
    {
        var token = _tokens[i];
        if (token.Word?.Place is { } place)
            _names.Add(new(RawKind.Place, token.Start, token.End) { Places = place.Alone, CoreStart = token.End, SubjectEnd = token.End });
        else if (token.Word?.LandmarkCode is { } code)
            _names.Add(new(RawKind.Place, token.Start, token.End) { LandmarkCode = code, CoreStart = token.Start, SubjectEnd = token.End });
        else if (token.Is(NameRoles.Level) && NameLead.TownAt(text, _tokens, i, known: true) is { } town)
            _names.Add(new(RawKind.Place, town.Start, token.End) { Town = town.Name, CoreStart = token.End, SubjectEnd = token.End });
    }

    private NameLead Lead(int first, int last) => NameLead.Of(text, _tokens, first, last);
}
