using System.Buffers;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Recognising;

/// <summary>What the characters of a word tell beyond its class, read off once with the lexicon so that no clause need compare texts.</summary>
[Flags]
internal enum WordCue
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Calls upon others to act: 号召, 动员.</summary>
    CallsUpon = 1 << 0,

    /// <summary>Calls together: 组织. With 会员企业 behind it, it calls upon others to act.</summary>
    Organises = 1 << 1,

    /// <summary>A proposal: 倡议. Right behind an actor it is one made public.</summary>
    Proposes = 1 << 2,

    /// <summary>Opens the way in which something is done: 通过.</summary>
    Through = 1 << 3,

    /// <summary>Brings aid to where help is needed: 支援, 驰援.</summary>
    Aids = 1 << 4,

    /// <summary>Hands something over on the spot: 送去.</summary>
    HandsOver = 1 << 5,

    /// <summary>Clears rooms for others: 腾出.</summary>
    LendsRoom = 1 << 6,

    /// <summary>What brings people to work: 包车.</summary>
    HiresRide = 1 << 7,

    /// <summary>Firms without saying which: 企业.</summary>
    NamesFirms = 1 << 8,

    /// <summary>For whom something is done, and not only where to: 为, 给, 向.</summary>
    IsFor = 1 << 9,

    /// <summary>Somebody goes somewhere: 到, 走进.</summary>
    Goes = 1 << 10,

    /// <summary>Gets something from a hand that gives to many: 领到.</summary>
    Gets = 1 << 11,

    /// <summary>Begins with 捐.</summary>
    Gift = 1 << 12,

    /// <summary>Gifts are gathered (募集, 接收捐款) and not given away.</summary>
    Gathers = 1 << 13,

    /// <summary>People give of their own: 凑, 自发, 解囊.</summary>
    OwnGift = 1 << 14,

    /// <summary>Money is handed on (拨付) and not spent.</summary>
    Allots = 1 << 15,

    /// <summary>Somebody honours others (授予) and does not win something (获得).</summary>
    Honours = 1 << 16,

    /// <summary>Somebody is comforted (慰问, 看望) and not only called upon (走访).</summary>
    Comforts = 1 << 17,

    /// <summary>Too thin behind 相关 or 有关 to be an act.</summary>
    MayBeVague = 1 << 18,

    /// <summary>Opens a list of tasks that are named and not told: 开展…、…等工作.</summary>
    Undertakes = 1 << 19,

    /// <summary>What somebody is owed is got back (追回, 讨回) and not a due remitted (返还, 减免).</summary>
    Regains = 1 << 20,

    /// <summary>Things are got for others: 代购, 协调解决.</summary>
    Fetches = 1 << 21,

    /// <summary>People are brought home and not to work: 返乡, 送回.</summary>
    Homeward = 1 << 22,

    /// <summary>Firms by any name: 小微企业, 商户.</summary>
    Firm = 1 << 23,

    /// <summary>A text whose content follows its name: 通知, 方案.</summary>
    Document = 1 << 24,

    /// <summary>Tells what a document says: 指出, 规定.</summary>
    Provides = 1 << 25,

    /// <summary>Things are carried from here to there: 转运, 配送. Helpers who do so serve; they give nothing.</summary>
    Carries = 1 << 26,
}

/// <summary>Reads the cues of words.</summary>
internal static class WordCues
{
    /// <summary>What tells in a word for a visit that somebody is comforted: 慰问, 看望, 问候, 送温暖, 打电话.</summary>
    private static readonly SearchValues<char> Comforting = SearchValues.Create("慰望候温凉怀爱电频");

    private static readonly PhraseSet Firms = new(["企业", "公司", "商户", "工商户", "个体户", "门店", "厂家"]);
    private static readonly PhraseSet Carriages = new(Phrases.Of("Carriages"));
    private static readonly HashSet<string> Documents = [.. Phrases.Of("Documents")];

    /// <summary>All that the characters of a word tell.</summary>
    public static WordCue Of(Word word) => Said(word.Text) | Shown(word);

    private static WordCue Said(string text) => text switch
    {
        "号召" or "发动" or "动员" => WordCue.CallsUpon,
        "倡议" => WordCue.CallsUpon | WordCue.Proposes,
        "组织" => WordCue.Organises,
        "通过" => WordCue.Through,
        "支援" or "援助" or "驰援" => WordCue.Aids,
        "送去" or "送上" or "送来" => WordCue.HandsOver,
        "让出" or "让出来" => WordCue.LendsRoom,
        "企业" or "单位" or "公司" => WordCue.NamesFirms,
        "为" or "给" or "向" => WordCue.IsFor,
        "到" or "赴" or "走进" or "来到" or "前往" or "深入" or "分赴" or "抵达" or "赶到" or "奔赴" or "赶赴" => WordCue.Goes,
        "开展" or "参与" or "参加" or "承担" or "协助" or "做好" or "负责" or "投身" or "提供" or "投入到" or "投身到" => WordCue.Undertakes,
        "领到" => WordCue.Gets,
        "指出" or "明确" or "提出" or "规定" => WordCue.Provides,
        _ => WordCue.None,
    };

    private static WordCue Shown(Word word)
    {
        var (text, first, shown) = (word.Text, word.Text[0], WordCue.None);
        Note(WordCue.LendsRoom, first == '腾');
        Note(WordCue.HiresRide, Carriages.Ends(text));
        Note(WordCue.Gift, first == '捐');
        Note(WordCue.Gathers, Is(WordClass.Donate) && first is '接' or '收' or '募' or '筹' or '众');
        Note(WordCue.OwnGift, first is '凑' or '自' or '解');
        Note(WordCue.Allots, Is(WordClass.Allocate) && text.Contains('拨', StringComparison.Ordinal));
        Note(WordCue.Honours, Is(WordClass.Award) && first is not ('获' or '荣'));
        Note(WordCue.Comforts, Is(WordClass.Visit) && first is not ('调' or '检') && text.AsSpan().ContainsAny(Comforting));
        Note(WordCue.Document, Documents.Contains(text));
        Note(WordCue.MayBeVague, (Is(WordClass.General | WordClass.Visit | WordClass.Donate) || word.Topic == Category.Policy) && text[^1] != '下');
        Note(WordCue.Carries, Is(WordClass.Give | WordClass.Send | WordClass.Handle) && (text.AsSpan().IndexOfAny('运', '搬') >= 0 || text.Contains("配送", StringComparison.Ordinal) || text.Contains("派送", StringComparison.Ordinal)));
        Note(WordCue.Regains, Is(WordClass.Recover) && text.AsSpan().IndexOfAny("追讨索挽") >= 0);
        Note(WordCue.Fetches, Is(WordClass.Errand) || (Is(WordClass.Handle) && text.StartsWith("协调", StringComparison.Ordinal)));
        Note(WordCue.Homeward, text.Contains("返乡", StringComparison.Ordinal) || text is "回家" or "送回");
        Note(WordCue.Firm, Is(WordClass.Unit | WordClass.Group) && Firms.Ends(text));
        return shown;

        bool Is(WordClass any) => (word.Class & any) != 0;

        void Note(WordCue cue, bool holds) => shown |= holds ? cue : WordCue.None;
    }
}
