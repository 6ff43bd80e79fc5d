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

    /// <summary>Reach of the name of a task force.</summary>
    private const int LongestTaskForce = 36;

    private readonly List<NameToken> _tokens = [];
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
            if (OpensCollective(_tokens[i]) && CollectiveEnd(_tokens[i]) is var collective and > 0)
                i = Collective(i, i, collective);
            else
                i = (_tokens[i].Is(NameRoles.Credit) && Person(i)) || _tokens[i].Breaks ? i + 1 : ReadFrom(i);
        }
    }

    private bool Person(int credit)
    {
        var start = _tokens[credit].End;
        var span = text.AsSpan(0, _end);
        var length = start < _end ? SubjectReader.PersonLength(span, start) : 0;
        if (length == 0)
            return false;
        var next = start + length;
        var acts = next < _end && (text[next] == ',' || (NameLexicon.Words.Longest(span, next, out var word) > 0 && word!.Is(NameRoles.Break)));
        if (acts)
            _names.Add(new(RawKind.Person, start, next) { CoreStart = start, Actor = ActorKind.Person, SubjectEnd = next });
        return acts;
    }

    /// <summary>Reads the name that begins at token <paramref name="first"/>, if one does; returns the token to go on with.</summary>
    private int ReadFrom(int first)
    {
        var last = -1;
        var i = first;
        for (var inner = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            if (token.Breaks || (token.Is(NameRoles.Title | NameRoles.Credit) && !token.Is(NameRoles.Organisation)))
                break;
            var adjacent = last == i - 1;
            if (token.Is(NameRoles.People) && (!token.Is(NameRoles.Part) || (adjacent && last >= 0)))
                break;
            if (token.Is(NameRoles.Organisation) && last >= 0 && ((!adjacent && token.End - token.Start == 1) || OfficialNames.LevelIn(token.Word!.Text) is not null))
                break;
            if (token.Is(NameRoles.Organisation) || (token.Is(NameRoles.Part) && last >= 0))
            {
                (last, inner) = (i, 0);
                continue;
            }

            if (last < 0)
            {
                if (CollectiveEnd(token) is var collective and > 0)
                    return Collective(first, i, collective);
                if (ShortUnion(i))
                    return Emit(first, i, _tokens[i].End + 1);
                continue;
            }

            // 某县总工会驻某镇某村工作组, 某集团某市分公司.
            var posted = text[_tokens[last].End] == '驻';
            inner += token.Word is null && !posted ? token.End - token.Start : 0;
            var place = token.Is(NameRoles.Place | NameRoles.Level) || token.Word?.Text == "各级";
            if (inner > LongestInner || (place && !posted && (token.Is(NameRoles.Level) || KindOf(first, last, shortUnion: false) != ActorKind.Company)))
                break;
        }

        if (last >= 0)
            return Emit(first, last, _tokens[last].End);
        for (var p = first; p < i; p++)
        {
            // 湖南街道 names a street, not the province.
            if (p + 1 < i && _tokens[p].Is(NameRoles.Place) && NameLead.TownAt(text, _tokens, p + 1, known: true) is { } town && town.Start <= _tokens[p].Start)
                continue;
            EmitPlace(p);
        }

        return Math.Max(i, first + 1);
    }

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
            && (i + 1 == _tokens.Count || _tokens[i + 1].Word is null)
            && (after >= _end || !"体量数额部经医结面价产共计和统裁署参书监人工务".Contains(text[after]));
    }

    /// <summary>Words that open 各级工会 though they part names elsewhere: 全市, 各级, 市县.</summary>
    private static bool OpensCollective(NameToken token) =>
        token.Word?.Text is "全省" or "全市" or "全县" or "全区" or "各级" or "省市" or "市县" or "县区" or "区县" or "市区";

    /// <summary>全市各级工会, 朔州市、县(市、区)两级工会: where such a collective ends that opens with this token, or 0.</summary>
    private int CollectiveEnd(NameToken token)
    {
        if (!token.Is(NameRoles.Place | NameRoles.Level) && !OpensCollective(token))
            return 0;
        var at = token.End;
        for (var limit = Math.Min(_end, at + 16); at < limit && "省市县区旗乡镇、(),及和级街道企业".Contains(text[at]); at++)
        {
        }

        var rest = text.AsSpan(at, _end - at);
        // 全市工会, 市、县工会, 市县工会.
        if ((token.Is(NameRoles.Place | NameRoles.Level) ? at > token.End && (token.Is(NameRoles.Level) || text[token.End] == '、') && text[at - 1] is '县' or '区' or '市' or '乡' or '镇' : at == token.End) && rest.StartsWith("工会", StringComparison.Ordinal))
            return at + 2;
        foreach (var level in (ReadOnlySpan<string>)["各级", "两级", "三级", "四级", "五级", "各级各类"])
        {
            if (rest.StartsWith(level, StringComparison.Ordinal) && rest[level.Length..].StartsWith("工会", StringComparison.Ordinal))
                return at + level.Length + 2;
        }

        return 0;
    }

    private int Collective(int first, int i, int end)
    {
        var lead = Lead(first, i);
        var word = _tokens[i].Word!.Text;
        _names.Add(new(RawKind.Collective, lead.Start, end)
        {
            Places = lead.Places,
            Level = lead.Level ?? (word is ['全', _] ? word[1..] : word is ['省' or '市' or '县' or '区', _, ..] && !_tokens[i].Is(NameRoles.Place) ? word[..1] : null),
            Town = lead.Town,
            CoreStart = _tokens[i].End,
            Actor = ActorKind.Collective,
            SubjectEnd = SubjectReader.EndOf(text.AsSpan(0, _end), end, out _),
        });
        return Skip(i + 1, end);
    }

    private int Emit(int first, int last, int end)
    {
        var lead = Lead(first, last);
        var shortUnion = end > _tokens[last].End;
        var named = lead.Places.Count > 0 || lead.Level is not null || lead.Town is not null || lead.Landmark is not null || lead.Marked;
        var unnamed = !named && lead.Unknown == 0 && !HasOther(NameRoles.Organisation, lead.Index, last);
        end = TaskForceEnd(end);
        if (CountsLevels(lead.Index, last) || (unnamed && lead.Start > 0 && "街镇级各乡村区县市省".Contains(text[lead.Start - 1])) || (lead.Start > 0 && text[lead.Start - 1] == '某'))
            return Skip(last + 1, end);
        if (end - lead.Start < 2 || (!named && !unnamed && !CanOpenUnmarked(lead, last)))
            return Skip(last + 1, end);
        if (!named && FirmStart(lead.Start, end) is var firm && firm < lead.Start)
            lead = lead with { Start = firm, CoreStart = firm };
        var subjectEnd = SubjectReader.EndOf(text.AsSpan(0, _end), end, out var person);
        if (person.Length > 0 && _creditEnd > 0 && lead.Start == _creditEnd + 1 && text[_creditEnd] is '、' or ',')
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
            Actor = KindOf(lead.Index, last, shortUnion),
            ShortUnion = shortUnion,
            Unnamed = unnamed,
            SubjectEnd = subjectEnd,
        });
        return Skip(last + 1, end);
    }

    /// <summary>
    /// Whether a name may open with characters that no word of the lexicon explains: a company or institution may, a public body
    /// may not (树立大局), and 工会 alone only where a line or sentence opens or the lead is quoted.
    /// </summary>
    private bool CanOpenUnmarked(NameLead lead, int last)
    {
        if (lead.Strange == 0 || lead.Unknown is < 2 or > LongestLead || text.AsSpan(lead.Start, lead.Unknown).ContainsAnyInRange('0', '9'))
            return false;
        if (_tokens[last].Word?.Text != "工会" || Has(NameRoles.Organisation, lead.Index, last))
            return KindOf(lead.Index, last, shortUnion: false) != ActorKind.Public;
        return text[lead.Start] is '“' or '"' || Has(NameRoles.Part, lead.Index, last) || (lead.Unknown > 2 && (lead.Start == 0 || text[lead.Start - 1] is '\n' or '。'));
    }

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

    /// <summary>An organisation's own task force against the epidemic: 某市总工会应对…疫情工作领导小组办公室.</summary>
    private int TaskForceEnd(int end)
    {
        var rest = text.AsSpan(end, Math.Min(LongestTaskForce, _end - end));
        if (!rest.StartsWith("应对", StringComparison.Ordinal) && !rest.StartsWith("新冠", StringComparison.Ordinal) && !rest.StartsWith("新型冠状", StringComparison.Ordinal) && !rest.StartsWith("疫情防控", StringComparison.Ordinal))
            return end;
        var mark = rest.IndexOfAny(",。、;");
        rest = mark < 0 ? rest : rest[..mark];
        foreach (var closer in (ReadOnlySpan<string>)["领导小组办公室", "指挥部办公室", "领导小组", "指挥部"])
        {
            if (rest.IndexOf(closer, StringComparison.Ordinal) is var at and >= 0)
                return end + at + closer.Length;
        }

        return end;
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

    private ActorKind KindOf(int first, int last, bool shortUnion)
    {
        if (shortUnion)
            return ActorKind.Union;
        for (var i = first; i <= last; i++)
        {
            if (_tokens[i].Word?.Kind == ActorKind.Union)
                return ActorKind.Union;
        }

        for (var i = last; i >= first; i--)
        {
            if (_tokens[i].Word?.Kind is { } kind)
                return kind == ActorKind.Public && IsCompanyPrefix(_tokens[first]) ? ActorKind.Company : kind;
        }

        return ActorKind.Public;
    }

    /// <summary>海南、西藏等四省(区)总工会: a number of provinces, not a name.</summary>
    private bool CountsLevels(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_tokens[i].Start > 0 && _tokens[i].Is(NameRoles.Level) && "一二两三四五六七八九十几多各".Contains(text[_tokens[i].Start - 1]))
                return true;
        }

        return false;
    }

    /// <summary>中铁二局, 国网某供电局: companies though their names close like offices.</summary>
    private static bool IsCompanyPrefix(NameToken token) =>
        token.Is(NameRoles.Prefix) && token.Word!.Text is ['中', '铁' or '建' or '交' or '核' or '车' or '粮' or '石', ..] or ['国', '网' or '电' or '能'] or ['南', '方', ..] or ['华', '能' or '电'] or "大唐" or "国家电网" or "中国铁路";

    private void EmitPlace(int i)
    {
        var token = _tokens[i];
        if (token.Word?.Place is { } place)
            _names.Add(new(RawKind.Place, token.Start, token.End) { Places = [place], CoreStart = token.End, SubjectEnd = token.End });
        else if (token.Word?.LandmarkCode is { } code)
            _names.Add(new(RawKind.Place, token.Start, token.End) { LandmarkCode = code, CoreStart = token.Start, SubjectEnd = token.End });
        else if (token.Is(NameRoles.Level) && NameLead.TownAt(text, _tokens, i, known: true) is { } town)
            _names.Add(new(RawKind.Place, town.Start, token.End) { Town = town.Name, CoreStart = token.End, SubjectEnd = token.End });
    }

    private NameLead Lead(int first, int last) => NameLead.Of(text, _tokens, first, last);
}
