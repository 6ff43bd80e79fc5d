using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>Clauses without any figure that speak of acts and yet state none: aims, settings, ways, sums of what is told elsewhere.</summary>
internal static class IdleClauses
{
    /// <summary>Characters within which a clause must name the money or goods it goes on about.</summary>
    private const int LongestRestatement = 12;

    /// <summary>A longer clause says what was done.</summary>
    private const int LongestZeal = 24;

    /// <summary>捐助款物, 慰问一线: a slogan of a verb and its object.</summary>
    private const int LongestSlogan = 4;

    /// <summary>通知下发后: a longer clause tells an act in passing.</summary>
    private const int LongestMoment = 12;

    private static readonly PhraseSet Meetings = new(Phrases.Of("Meetings"));
    private static readonly PhraseSet Hastily = new(Phrases.Of("Hastily"));
    private static readonly PhraseSet Zeal = new(Phrases.Of("Zeal"));
    private static readonly PhraseSet Ways = new(Phrases.Of("Ways"));
    private static readonly PhraseSet Structure = new(Phrases.Of("Structure"));
    private static readonly PhraseSet Presence = new(Phrases.Of("Presence"));
    private static readonly PhraseSet Aims = new(Phrases.Of("Aims"));
    private static readonly PhraseSet Openings = new(["发出后", "发布后", "印发后", "下发后", "出台后", "启动后", "结束后", "开通后", "上线后", "公布后", "发起后", "开展后", "实施后", "成立后"]);
    private static readonly PhraseSet Instances = new(Phrases.Of("Instances"));
    private static readonly PhraseSet Agenda = new(Phrases.Of("Agenda"));
    private static readonly string[] AlertWords = ["应急响应", "级响应"];
    private static readonly string[] IdleWords = [.. Phrases.Of("Manifold"), .. Phrases.Of("Inquiries"), .. Phrases.Of("Preferences"), .. Phrases.Of("Regards"), .. Phrases.Of("Praise"), .. Phrases.Of("Hearsay"), .. Phrases.Of("Coverage"), .. Phrases.Of("Accounts")];
    private static readonly PhraseSet Alerts = new(AlertWords);
    private static readonly PhraseSet Idle = new(IdleWords);

    /// <summary>All that is looked for anywhere in a clause; nearly all clauses hold none of it.</summary>
    private static readonly PhraseSet Anywhere = new([.. IdleWords, .. AlertWords, .. Phrases.Of("Zeal"), "纳入", "不仅", "不只"]);

    /// <summary>Whether a clause that states no figure states no act either.</summary>
    public static bool Contain(string text, Clause clause)
    {
        var span = clause.In(text);
        var body = span.TrimEnd(",;。:");
        return (clause.Tokens.Length > 0 && clause.Tokens[0].Is(WordClass.Slogan))
            || (clause.Subject.Count == 0 && (body.Length <= LongestSlogan || body[^1] == '…')) || Presence.Ends(body) || Structure.Ends(body) || Aims.Ends(body)
            || IsSetting(span) || IsInstance(body) || IsAnnounced(span) || IsMoment(clause, body) || IsWay(body) || IsExcepted(body) || Points.Heads(span)
            || (span.IndexOfAny('大', '版') >= 0 && (SumsUp(span) || IsPageLine(span))) || (Anywhere.StandsIn(span) && HoldsPhrase(clause, span, body))
            || (clause.Is(WordClass.Body) && Hastily.StandsIn(span)) || IsHonouredByOthers(clause, span) || IsMeeting(body);
    }

    private static bool HoldsPhrase(Clause clause, ReadOnlySpan<char> span, ReadOnlySpan<char> body) =>
        Idle.StandsIn(span) || IsZeal(body) || IsPutOnAgenda(span) || body.IndexOf("不仅") >= 0 || body.IndexOf("不只") >= 0
        || (clause.Subject.Count == 0 && clause.Date < 0 && Alerts.StandsIn(span));

    /// <summary>该笔资金将用于…, 资金主要用于…: says more about money or goods that were told before.</summary>
    public static bool SpeaksOfTheSame(string text, Clause clause)
    {
        if (clause.HasMoney || clause.HasItems || clause.Subject.Count > 0 || text[clause.End - 1] == ':' || (clause.AllWords & (WordClass.Funds | WordClass.FundsInGeneral | WordClass.AnyGoods)) == 0)
            return false;
        var head = text.AsSpan(clause.Start, Math.Min(LongestRestatement, clause.End - clause.Start)).TrimStart("、 \n");
        var pointed = head.Length > 0 && (head[0] is '该' or '这' or '此' || head.StartsWith("上述") || head.StartsWith("以上"));
        foreach (var token in clause.Tokens)
        {
            if (token.Kind != TokenKind.Word || token.Start - clause.Start > LongestRestatement)
                continue;
            if (token.Is(WordClass.AnyAct | WordClass.Toward))
                return false;
            if (token.Is(WordClass.Funds | WordClass.FundsInGeneral | WordClass.AnyGoods))
                return pointed || token.Start == clause.Start;
        }

        return false;
    }

    /// <summary>以…为契机, 自…活动启动以来, 今年是第12年….</summary>
    private static bool IsSetting(ReadOnlySpan<char> span) =>
        span.TrimEnd(',') is var setting
        && (setting is ['以', ..] && span.LastIndexOf('为') > 1
            || setting is [.., '以', '来'] && span.IndexOf('自') >= 0
            || setting is ['在', .., '下'] or ['从' or '自', .., '算', '起'] or ['今', '年', '是', ..] or ['图', '为', ..] or ['对', '于', ..] or ['这', '是', ..] or ['这', '也', '是', ..]);

    /// <summary>疫情发生后, 在做好…工作的同时: when, or beside what, the act that follows was done.</summary>
    private static bool IsMoment(Clause clause, ReadOnlySpan<char> body) =>
        (body.Length is > 0 and <= LongestMoment && body[^1] == '后') || Openings.Ends(body) || (body.EndsWith("的同时") && !clause.Is(WordClass.Give | WordClass.Donate));

    /// <summary>是…的案例之一, 或迅速下沉, 不仅提供咨询: sums up or goes on about what is told elsewhere.</summary>
    private static bool IsInstance(ReadOnlySpan<char> body) =>
        body.Length > 0 && (body[0] == '或' || (body[0] == '是' && Instances.Ends(body)));

    /// <summary>现将有关情况公告如下: what follows tells the acts.</summary>
    private static bool IsAnnounced(ReadOnlySpan<char> span) => span.StartsWith("现将") && span.IndexOf("情况") > 0;

    /// <summary>通过…等办法.</summary>
    private static bool IsWay(ReadOnlySpan<char> body) => body.StartsWith("通过") && Ways.Ends(body);

    /// <summary>除收到捐赠外: told before.</summary>
    private static bool IsExcepted(ReadOnlySpan<char> body) => body.Length > 0 && body[0] == '除' && body[^1] == '外';

    /// <summary>搭建…等六大平台: sums up what is told elsewhere.</summary>
    private static bool SumsUp(ReadOnlySpan<char> span)
    {
        var at = span.IndexOf('大');
        return at > 0 && "两二三四五六七八九十".Contains(span[at - 1], StringComparison.Ordinal) && span.IndexOf('等') >= 0;
    }

    /// <summary>积极参与志愿服务: zeal, where nobody says how many did what.</summary>
    private static bool IsZeal(ReadOnlySpan<char> body) => body.Length <= LongestZeal && Zeal.StandsIn(body);

    /// <summary>将…纳入重点工作: a resolve, not an act.</summary>
    private static bool IsPutOnAgenda(ReadOnlySpan<char> span)
    {
        var at = span.IndexOf("纳入");
        return at > 0 && Agenda.StandsIn(span[at..]);
    }

    /// <summary>被评为先进集体: an honour that others gave.</summary>
    private static bool IsHonouredByOthers(Clause clause, ReadOnlySpan<char> span) =>
        clause.Is(WordClass.Award) && clause.Date < 0 && span.IndexOf('被') >= 0;

    /// <summary>送温暖活动现场推进会在某地召开: a meeting about acts.</summary>
    private static bool IsMeeting(ReadOnlySpan<char> body) =>
        (body.EndsWith("召开") || body.EndsWith("举行")) && Meetings.StandsIn(body);

    /// <summary>某日报 一版要闻 00001 …2015年2月17日 星期二: what stands at the head of a page.</summary>
    private static bool IsPageLine(ReadOnlySpan<char> span) => span.IndexOf('版') >= 0 && span.IndexOf("星期") >= 0;
}
