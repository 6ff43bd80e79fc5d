using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>A clause with what its tokens say, before it is known whether it states an act.</summary>
internal sealed class Clause
{
    /// <summary>First character in the normalised text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last character, closing mark included.</summary>
    public required int End { get; init; }

    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Number of its paragraph.</summary>
    public required int Paragraph { get; init; }

    /// <summary>Its stretch of its sentence's tokens.</summary>
    public required ArraySegment<Token> Stretch { private get; init; }

    /// <summary>Its tokens.</summary>
    public ReadOnlySpan<Token> Tokens => Stretch;

    /// <summary>Whether it holds a token of a kind.</summary>
    public bool Has(TokenKind kind) => (Kinds >> (int)kind & 1) != 0;

    /// <summary>Whether it holds a number of any kind, one that states no fact included.</summary>
    public bool HasNumbers => Has(TokenKind.Money) || Has(TokenKind.Quantity) || Has(TokenKind.Numeral);

    /// <summary>The kinds of its tokens, a bit for each.</summary>
    public int Kinds { private get; set; }

    /// <summary>How it is meant.</summary>
    public Mood Mood { get; set; }

    /// <summary>The actors it names as its subject; empty where the subject is left out.</summary>
    public IReadOnlyList<Actor> Subject { get; set; } = [];

    /// <summary>Who received what its subject gave (市红十字会接收某公司捐款…); empty where nobody is said to.</summary>
    public IReadOnlyList<Actor> Receivers { get; set; } = [];

    /// <summary>Whether its subject is named by officials of it (副县长某某), who may only be present.</summary>
    public bool ByOfficials { get; set; }

    /// <summary>Whether its subject acts for the one told of before, and only here: behind 由, or called together by it.</summary>
    public bool ByAgent { get; set; }

    /// <summary>Whom its subject acts for: 市总工会 of 市总工会组织各级工会…. Empty where it acts on its own.</summary>
    public IReadOnlyList<Actor> Host { get; set; } = [];

    /// <summary>How many of its subject stand before 联合: those act on where the next sentence names nobody. 0 where nobody is joined so.</summary>
    public int Leaders { get; set; }

    /// <summary>Whether further joint actors may follow in the next clause (携手甲,乙等…).</summary>
    public bool JoinsOn { get; set; }

    /// <summary>Whether a subject that is no known actor opens the clause (广大职工…, 大家…).</summary>
    public bool OtherSubject { get; set; }

    /// <summary>Index in the scan of the date that the clause names, or -1.</summary>
    public int Date { get; set; } = -1;

    /// <summary>All that its words do.</summary>
    public WordClass Words { get; set; }

    /// <summary>All that its words can do, also those that are taken for something else here.</summary>
    public WordClass AllWords { get; set; }

    /// <summary>What the characters of its words tell, where they count.</summary>
    public WordCue Cues { get; set; }

    /// <summary>The category that its words speak for, the act's object before all else.</summary>
    public Category? Theme { get; set; }

    /// <summary>The category whose field it names.</summary>
    public Category? Field { get; set; }

    /// <summary>The field that is named behind a verb that starts or buys something.</summary>
    public Category? ObjectField { get; set; }

    /// <summary>Whether it names families of people on the front line.</summary>
    public bool FrontFamily { get; set; }

    /// <summary>Whether it names an activity or text in marks.</summary>
    public bool Named { get; set; }

    /// <summary>Whether it is one of several acts that a 、 joins.</summary>
    public bool Enumerated { get; init; }

    /// <summary>Whether it states an amount of money, a damaged one included.</summary>
    public bool HasMoney { get; set; }

    /// <summary>Whether its amount is what goods are worth (25万元的米、油等物资).</summary>
    public bool TellsWorth { get; set; }

    /// <summary>Whether an amount modifies what follows (…元的…).</summary>
    public bool ModifyingMoney { get; set; }

    /// <summary>Whether money is handed on to somebody (拨付, 下拨) and not spent.</summary>
    public bool Allots => (Cues & WordCue.Allots) != 0;

    /// <summary>Whether it tells of a union of one unit (某公司工会), whose gifts are its members', not of a union of a place (某市总工会).</summary>
    public bool ByUnitUnion { get; set; }

    /// <summary>Whether rooms are cleared for others (腾出教室3间).</summary>
    public bool LendsRoom => (Cues & WordCue.LendsRoom) != 0;

    /// <summary>Whether it names what brings people to work (包车, 专列).</summary>
    public bool HiresRide => (Cues & WordCue.HiresRide) != 0;

    /// <summary>Whether money itself is handed over beside goods (500元及一盒月饼).</summary>
    public bool HandsMoney { get; set; }

    /// <summary>Whether it states a number of goods.</summary>
    public bool HasItems { get; set; }

    /// <summary>Whether it states another number worth recording.</summary>
    public bool HasCounts { get; set; }

    /// <summary>Whether members or staff give (全体干部职工捐款…), and not the body itself.</summary>
    public bool ByMembers { get; set; }

    /// <summary>Whether it names firms without saying which (爱心企业, 会员单位).</summary>
    public bool NamesFirms => (Cues & WordCue.NamesFirms) != 0;

    /// <summary>Whether people or firms stand before the words that say whom the act reaches (20家企业向医院捐助…).</summary>
    public bool GiversFirst { get; set; }

    /// <summary>Whether it calls upon others to act (号召企业捐赠…).</summary>
    public bool CallsUpon => (Cues & WordCue.CallsUpon) != 0;

    /// <summary>Whether gifts are gathered (募集, 接收捐款) and not given away (捐赠, 捐款).</summary>
    public bool Gathers => (Cues & WordCue.Gathers) != 0;

    /// <summary>Whether it closes with the name of a place or team that serves (…工作站, …服务队).</summary>
    public bool EndsWithBody { get; set; }

    /// <summary>Whether people of the actor's own are counted (市总工会23名干部职工…).</summary>
    public bool OwnStaff { get; set; }

    /// <summary>Whether all the staff of its actor is its subject (县总工会全体干部…).</summary>
    public bool ByStaff { get; set; }

    /// <summary>Whether helpers that the sentence or the one before named act in it (26名志愿者来到…,协助检测4300人次).</summary>
    public bool ByHelpers { get; set; }

    /// <summary>Whether its sentence names who acts, or opens with 截至…, and so tells what was done.</summary>
    public bool Stands { get; set; }

    /// <summary>Whether the document that it names is about money (《…慰问专项资金发放方案》).</summary>
    public bool NamesMoney { get; set; }

    /// <summary>Whether it says for whom (为, 给, 向), and not only where to.</summary>
    public bool IsFor => (Cues & WordCue.IsFor) != 0;

    /// <summary>Whether somebody is comforted (慰问, 看望) and not only called upon (走访).</summary>
    public bool Comforts => (Cues & WordCue.Comforts) != 0;

    /// <summary>Whether only the name in marks says what it is about (启动“稳岗留工”专项行动).</summary>
    public bool NameOnly { get; set; }

    /// <summary>Whether it names two services of volunteers (搬运物资、维持秩序).</summary>
    public bool ServesTwice { get; set; }

    /// <summary>Whether something is handed over that no list knows (送去一锅羊杂汤).</summary>
    public bool HandsOver => (Cues & WordCue.HandsOver) != 0;

    /// <summary>Whether its sentence has told of no act yet.</summary>
    public bool IsFirst { get; set; }

    /// <summary>Whether somebody honours others (表彰, 授予) and does not win something (获得).</summary>
    public bool Honours => (Cues & WordCue.Honours) != 0;

    /// <summary>Whether what somebody is owed is got back (追回, 讨回) and not a due remitted (返还, 减免).</summary>
    public bool Regains => (Cues & WordCue.Regains) != 0;

    /// <summary>Whether it names firms themselves (小微企业), and not their unions or staff.</summary>
    public bool ReachesFirms => (Cues & WordCue.Firm) != 0;

    /// <summary>Whether somebody whom no list knows gives (某某铜矿向…捐赠).</summary>
    public bool NamesGiver { get; set; }

    /// <summary>Whether things are carried from here to there (转运, 配送).</summary>
    public bool Carries => (Cues & WordCue.Carries) != 0;

    /// <summary>Whether people are brought home (返乡) and not to work.</summary>
    public bool Homeward => (Cues & WordCue.Homeward) != 0;

    /// <summary>Whether things are got for others (代购, 协调解决).</summary>
    public bool Fetches => (Cues & WordCue.Fetches) != 0;

    /// <summary>Whether its actor is a team of helpers (劳模志愿服务队).</summary>
    public bool ByTeam { get; set; }

    /// <summary>Whether it names a rate (每人500元).</summary>
    public bool HasRate { get; set; }

    /// <summary>Whether it names a notice, plan or package of measures.</summary>
    public bool NamesOrder { get; set; }

    /// <summary>Whether it tells that somebody goes somewhere.</summary>
    public bool Goes => (Cues & WordCue.Goes) != 0;

    /// <summary>Whether it names whom or what the act reaches (为…, 向…).</summary>
    public bool HasTarget { get; set; }

    /// <summary>Whether it states an amount, goods with a number or another count.</summary>
    public bool HasFigures => HasMoney || HasItems || HasCounts;

    /// <summary>Whether any of its words does any of the given things.</summary>
    public bool Is(WordClass any) => (Words & any) != 0;

    /// <summary>Whether its first word does any of the given things.</summary>
    public bool OpensWith(WordClass any) => Tokens is [var first, ..] && first.Is(any);

    /// <summary>Its characters in the normalised text.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}
