using System.Text.RegularExpressions;
using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Digests;

/// <summary>A measure's passage in plain form: the words that the fields don't hold, and a line of its own where the act is the news.</summary>
internal sealed partial class Passage
{
    private const int MostCharacters = 96;
    private static readonly string[] MoneyVerbs = ["追加", "筹措", "筹集", "下拨", "拨付", "划拨", "拨出", "调拨", "发放", "设立", "安排", "投入", "抽出", "支出", "列支", "送去", "落实"];
    private static readonly string[] Predicates =
        ["向", "为", "对", "给", "将", "与", "在", "通过", "联合", "会同", "组织", "开展", "印发", "发出", "下发", "发布", "举办", "启动", "开通", "成立", "设立", "建立", "推出", "制定", "号召", "要求", "倡议", "积极", "及时", "深入", "发挥", "投放", "实施", "出台", "打造", "推行", "提供", "走访", "协调", "加强", "采购", "派出", "动员", "利用", "依托", "筹集", "筹措", "拨付", "购买", "先后", "还", "已", "共", "累计"];

    private static readonly string[] Pronouns = ["他们", "该会", "该公司", "该单位", "该县", "该市", "该区"];

    private readonly Measure _measure;
    private readonly string _text;

    private Passage(Measure measure, string text) => (_measure, _text) = (measure, text);

    /// <summary>The verb that the text uses for the money.</summary>
    public string MoneyVerb => Verb(MoneyVerbs) is { } verb ? (verb is "追加" ? "追加拨付" : verb is "抽出" or "拨出" or "落实" ? "拨付" : verb) : "安排";

    /// <summary>What the text calls the money.</summary>
    public string MoneyNoun => Has("慰问金") ? "慰问金" : Has("补助") ? "补助资金" : Has("补贴") ? "补贴" : IsVisit ? "慰问资金" : Has("专项") ? "专项资金" : Has("经费") ? "经费" : "资金";

    /// <summary>For whom a rate holds.</summary>
    public string Each => Has("每户") ? "每户" : Has("每家") || Has("每个单位") || Has("各拨") || Has("工会各") ? "每家单位" : "每人";

    /// <summary>Whether the text speaks of showing care in person.</summary>
    public bool IsVisit => Has("慰问");

    /// <summary>The passage of a measure.</summary>
    public static Passage Of(Measure measure) => new(measure, NormalText.Of(measure.Quote).Text);

    /// <summary>The first of the verbs that the text uses, or null.</summary>
    public string? Verb(params ReadOnlySpan<string> verbs)
    {
        string? first = null;
        var at = int.MaxValue;
        foreach (var verb in verbs)
        {
            if (_text.IndexOf(verb, StringComparison.Ordinal) is >= 0 and var index && index < at)
            {
                (first, at) = (verb, index);
            }
        }

        return first;
    }

    /// <summary>The passage as a line with its actor and without its date, or null where it is damaged or too short to stand alone.</summary>
    public string? Told()
    {
        var line = _text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(l => l.Length >= 10);
        if (line is null || IsDamaged(line))
        {
            return null;
        }

        var text = ChineseText.Tidy(line);
        while (Leading().Match(text) is { Length: > 0 } lead)
        {
            text = text[lead.Length..];
        }

        return ChineseText.Shorten(text, MostCharacters) is { } told ? WithActor(told) : null;
    }

    private bool Has(string word) => _text.Contains(word, StringComparison.Ordinal);

    private static bool IsDamaged(string line) => line.Contains(NormalText.Lost, StringComparison.Ordinal) || Damage().IsMatch(line);

    // "市总工会印发通知" in a Wuhan report becomes "武汉市总工会印发通知"; a clause without a subject gets one.
    private string WithActor(string told)
    {
        if (_measure.Orgs is not [var actor, ..])
        {
            return told;
        }

        if (AfterActor(told, actor) is { } rest)
        {
            return actor + rest;
        }

        if (told.IndexOf(actor, StringComparison.Ordinal) is >= 0 and <= 40)
        {
            return told;
        }

        var actors = MeasureSentence.Actors(_measure);
        return Array.Exists(Predicates, p => told.StartsWith(p, StringComparison.Ordinal)) ? actors + told : $"{actors}:{told}";
    }

    // What follows the actor where the line begins with its name, in full or as a writer shortens it:
    // 市总工会, 武汉市总, 市总, 全市各级工会, 他们.
    private static string? AfterActor(string told, string actor)
    {
        foreach (var pronoun in Pronouns)
        {
            if (told.StartsWith(pronoun, StringComparison.Ordinal))
            {
                return told[pronoun.Length..];
            }
        }

        var whole = told is ['全', _, ..] ? told[2..] : null;
        for (var from = 0; from <= actor.Length - 2; from++)
        {
            var name = actor[from..];
            if (told.StartsWith(name, StringComparison.Ordinal))
            {
                return told[name.Length..];
            }

            if (whole is not null && name.Length >= 4 && whole.StartsWith(name, StringComparison.Ordinal))
            {
                return whole[name.Length..];
            }

            var shortened = name.EndsWith("总工会", StringComparison.Ordinal) ? name[..^2] : "";
            if (shortened.Length >= 2 && told.StartsWith(shortened, StringComparison.Ordinal))
            {
                return told[shortened.Length..];
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:(?:截至|截止|自|从)?(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|初|底)?|\d{1,2}日)(?:至(?:\d{1,2}月)?\d{1,2}日|、\d{1,2}日)*(?:上午|下午|晚上?|中午|凌晨|当天)?(?:起|以来|止)?|近日|日前|连日来|目前|据悉|据了解|近期|同时|此外|随后|其中|另外|当天|同日|今年(?:以来|[上下]半年)?|(?:启动|发放|捐赠)?(?:仪式|活动|会议|座谈会)[上中]|活动现场)[,\uFF0C]?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Leading();

    [GeneratedRegex(@"[\u4E00-\u9FFF][?\uFF1F]+[\u4E00-\u9FFF]|[\u00C0-\u024F\u0400-\u04FF]|\?[)\uFF09]?\d", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Damage();
}
