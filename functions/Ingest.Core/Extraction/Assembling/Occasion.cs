using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>What a dated clause tells of besides acts: a reporter's day, a disaster, the event that the next sentence goes on with.</summary>
internal static class Occasion
{
    /// <summary>Length of a phrase that only names a time: 援助月期间.</summary>
    private const int LongestSpell = 12;

    /// <summary>Characters before a date that show whose it is.</summary>
    private const int Lead = 6;

    /// <summary>Characters behind it that show what is owed in it.</summary>
    private const int DuesReach = 6;

    /// <summary>直播现场,: the longest clause that only names the scene of an event.</summary>
    private const int LongestScene = 8;

    private static readonly PhraseSet SameEvent =
        new(["仪式上", "仪式结束后", "活动上", "活动中", "活动现场", "现场", "启动仪式上", "发放仪式上", "会上", "会后", "会议还", "会议决定", "座谈会上", "慰问中", "慰问现场", "走访中", "期间,"]);

    private static readonly PhraseSet Scenes = new(["现场", "仪式上", "活动上", "活动中", "会上"]);
    private static readonly PhraseSet Sums = new(["此次", "本次", "这次", "这批", "该批", "此批"]);
    private static readonly PhraseSet PartsOfDay = new(["上午", "下午", "当晚", "傍晚", "中午"]);
    private static readonly string[] OwedIn = ["缴纳", "应缴", "上缴", "的工会经费", "工会经费", "的经费", "的社保", "度工会经费", "份工会经费"];
    private static readonly PhraseSet Announced = new("公示", "公布", "公告", "通报");
    private static readonly PhraseSet Gifts = new("捐赠", "捐款", "捐物", "接收");
    private static readonly PhraseSet Groups = new("慰问组", "慰问团", "慰问队", "慰问小组");
    private static readonly PhraseSet Forming = new("成立", "组成", "组建");
    private static readonly PhraseSet Learnt = new("获悉", "了解到", "消息", "得知", "发布会", "通报");
    private static readonly PhraseSet Notices = new("文件", "方案", "措施", "通知", "意见", "办法", "》");
    private static readonly PhraseSet Contents = new("明确", "提出", "规定", "包括", "指出", "里既有", "中既有", "内容", "显示", "涵盖", "涉及");
    private static readonly PhraseSet Happens = new("发生", "遭遇", "出现", "报告", "新增", "突发", "暴发", "爆发", "登陆", "侵袭");
    private static readonly PhraseSet Disasters = new("地震", "降雨", "暴雨", "洪", "台风", "泥石流", "滑坡", "火灾", "疫情", "病例", "确诊", "感染者", "雪灾", "冰冻");
    private static readonly PhraseSet Grounds = new(["针对", "面对", "因", "受", "为", "自", "随着", "由于", "应对", "在", "对"]);
    private static readonly PhraseSet Dues = new(["缓缴", "返还", "减免", "免收", "免缴", "免征", "减征", "缴纳", "补缴", "征收", "退还", "补发", "拖欠", "欠薪", "减收"]);

    /// <summary>Whether a sentence goes on with the event of the one before.</summary>
    public static bool GoesOn(string text, Clause first) =>
        first.In(text) is var span && (SameEvent.Starts(span) || (span.Length <= LongestScene && Scenes.Ends(span.TrimEnd(','))));

    /// <summary>慰问组来到…: the visit that was told before goes on; 成立慰问组 only begins one.</summary>
    public static bool GoesOnVisiting(string text, Clause clause) =>
        clause.Date < 0 && clause.In(text) is var span && Groups.StandsIn(span) && !Forming.StandsIn(span);

    /// <summary>此次共发放…, 这批物资…: what was told before is counted up, or goes on.</summary>
    public static bool SumsUp(string text, Clause clause) => clause.Date < 0 && Sums.Starts(clause.In(text));

    /// <summary>上午, 下午: a part of the day told before.</summary>
    public static bool IsPartOfDay(string text, Clause clause) => clause.Date < 0 && PartsOfDay.Starts(clause.In(text));

    /// <summary>各县累计配套…: counted up to the day that the paragraph has named for a count.</summary>
    public static bool Accumulates(string text, Clause clause) => clause.Date < 0 && clause.In(text) is var span && (span.IndexOf("累计") >= 0 || span.IndexOf('共') >= 0 || span.StartsWith("同时"));

    /// <summary>现将2月5日至9日接收捐赠情况予以公示: the period of all gifts that the notice lists.</summary>
    public static bool AnnouncesGifts(string text, Clause clause) =>
        clause.In(text) is var span && span.IndexOf("情况") >= 0 && Announced.StandsIn(span) && Gifts.StandsIn(span);

    /// <summary>记者从某市总工会获悉, 据某市总工会消息.</summary>
    public static bool IsReport(string text, Clause clause)
    {
        var span = clause.In(text);
        return (span.IndexOf("记者") >= 0 || span.IndexOf("笔者") >= 0 || span[0] == '据') && Learnt.StandsIn(span) && !clause.HasMoney && !clause.HasItems;
    }

    /// <summary>文件提出, 《措施》明确, 方案中: what follows is what the notice says.</summary>
    public static bool TellsContent(string text, Clause clause)
    {
        var span = clause.In(text);
        return clause.Subject.Count == 0 && !clause.Is(WordClass.Issue) && Notices.StandsIn(span) && Contents.StandsIn(span);
    }

    /// <summary>援助月期间: a short phrase that names the time of the act before.</summary>
    public static bool IsSpell(string text, Clause clause) =>
        clause.End - clause.Start <= LongestSpell && clause.In(text).TrimEnd(",").EndsWith("期间") && clause.Date < 0;

    /// <summary>第二批的12.5万元已下拨….</summary>
    public static bool IsInstalment(string text, Clause clause) => clause.In(text) is ['第', ..] span && span[..Math.Min(5, span.Length)].IndexOf('批') > 0;

    /// <summary>某县发生6.8级地震: nobody's act.</summary>
    public static bool IsDisaster(string text, Clause clause)
    {
        if (clause.Subject.Count > 0 || clause.HasMoney || clause.HasItems || text[clause.End - 1] == ',')
            return false;
        var span = clause.In(text);
        return Happens.StandsIn(span) && Disasters.StandsIn(span) && !Grounds.Starts(span);
    }

    /// <summary>截至目前: up to the day of the report.</summary>
    public static bool IsUpToNow(string text, in DateExpression date) =>
        date.From.Kind == DatePointKind.Vague && text.AsSpan(date.Start, date.End - date.Start) is ['截', ..] or ['目', '前'] or ['到', '目', ..];

    /// <summary>1月27日医疗队启程以来,: what has gone on since, and what the next sentence tells has no day of its own.</summary>
    public static bool IsSince(string text, Clause clause) => clause.In(text).TrimEnd(',') is var span && (span.EndsWith("以来") || span.EndsWith("后"));

    /// <summary>返还|1月至6月|工会经费: the period that dues are owed for.</summary>
    public static bool IsPeriodOfDues(string text, in DateExpression date)
    {
        var before = text.AsSpan(Math.Max(0, date.Start - Lead), Math.Min(Lead, date.Start));
        var after = text.AsSpan(date.End, Math.Min(DuesReach, text.Length - date.End));
        return Dues.Ends(before) || Phrases.StartWithAny(after, OwedIn);
    }
}
