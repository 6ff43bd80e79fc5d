using System.Buffers;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>
/// The clauses of a dated notice or package of measures have its date unless they name their own (annotation guideline): a
/// package is what a policy act announced; its clauses are the numbered points behind it. A notice that names no day in its text
/// has that of its signature.
/// </summary>
internal sealed class PackageDates(DocumentOutline outline, ChineseScan scan, DateResolver resolver)
{
    /// <summary>Longest line that is a signature: a body's name, or a day.</summary>
    private const int LongestSignature = 24;

    /// <summary>Characters behind which a paragraph is no point any more; it bounds the search for its number.</summary>
    private const int LongestPoint = 4_000;

    /// <summary>Longest sentence at the head of a paragraph that only names its topic: 开通心理热线。</summary>
    private const int LongestCaption = 16;

    /// <summary>Longest beginning of a list that says how many there are: 这二十一项.</summary>
    private const int LongestCount = 5;

    private static readonly SearchValues<char> CountedBy = SearchValues.Create("个项条类件");
    private static readonly SearchValues<char> Seams = SearchValues.Create(";。:\n");
    private static readonly SearchValues<char> CaptionEnds = SearchValues.Create("。:!\n");
    private static readonly PhraseSet Measures = new(["条措施", "项措施", "条举措", "项举措", "大举措", "大措施", "条意见", "措施》", "条》", "条”", "工作措施", "关爱措施", "服务措施", "帮扶措施", "惠企措施", "支持措施", "保障措施", "具体措施", "硬核措施", "暖心措施", "工作举措", "关爱举措", "服务举措", "惠企举措", "帮扶举措", "暖心举措", "具体举措", "行动方案"]);

    private static readonly PhraseSet Handing = new(["如下", "印发给你们", "转发给你们"]);
    private static readonly PhraseSet ListedBelow = new(["内容如下", "安排如下", "事项通告如下", "事项公告如下", "服务如下", "措施如下", "通告如下", "公告如下", "事项通知如下"]);
    private static readonly PhraseSet Enclosing = new(["印发给你们", "转发给你们"]);

    /// <summary>Hands the date of each package to its points.</summary>
    public IEnumerable<Draft> Pass(IEnumerable<Draft> drafts)
    {
        var signed = new Lazy<MeasureDate?>(Signed);
        Draft? package = null, announced = null, last = null;
        var listed = new Lazy<bool>(() => ListedBelow.StandsIn(outline.Text));
        foreach (var draft in drafts)
        {
            announced = last is not null && last.Clauses[^1].Sentence < draft.Clauses[0].Sentence ? last : announced;
            last = draft;
            if (announced?.Date is { } day && IsPartOf(announced, draft))
                draft.Date ??= day;
            if (package is not null && ArticleOf(package) != ArticleOf(draft) && !Encloses(package))
                package = null;
            if (IsPackage(draft) && !(package is { Act.Category: Category.Policy } && draft.Date is null && IsPoint(draft, package)))
            {
                draft.Date ??= Opens(draft) ? signed.Value : null;
                package = draft.Date is null ? null : draft;
            }
            else if (package is not null && (IsPoint(draft, package) || ((LeavesActorOut(draft) || draft.Clauses.TrueForAll(static c => c.Mood == Mood.Planned)) && IsSameActor(package, draft) && (IsCaptioned(draft) || GoesOn(package, draft)))))
            {
                draft.Date ??= package.Date;
            }
            else if (package is null && draft.Date is null && LeavesActorOut(draft) && (IsPoint(draft, draft) || IsUnderPoint(draft)) && listed.Value)
            {
                draft.Date = signed.Value;
            }
            else if (package is not null && draft.Clauses[0].Paragraph != package.Clauses[^1].Paragraph && !IsCaptioned(draft))
            {
                package = null;
            }

            yield return draft;
        }
    }

    private bool IsPackage(Draft draft) =>
        draft.Act.Category is Category.Policy or Category.Publicity && (draft.Act.Rule is "order-issued" or "text-published" or "package-started" or "appeal-published" || Opens(draft));

    private bool LeavesActorOut(Draft draft) =>
        draft.Clauses.TrueForAll(c => c.Subject.Count == 0 || outline.Text.AsSpan(c.Start).StartsWith("联合"));

    private static bool IsSameActor(Draft package, Draft draft) =>
        draft.Actors.Select(static a => a.Name).SequenceEqual(package.Actors.Select(static a => a.Name));

    /// <summary>某市总工会出台十条措施。开通热线2条。: what the sentences behind it tell, nobody else acting, are its measures.</summary>
    private bool GoesOn(Draft package, Draft draft) =>
        draft.Clauses[0].Paragraph == package.Clauses[^1].Paragraph && Holds(package, Measures);

    /// <summary>启动9个项目。这9个项目包括:…;…: the number of what was announced opens the list of it.</summary>
    private bool IsPartOf(Draft announced, Draft draft)
    {
        var text = outline.Text.AsSpan();
        var head = text[outline.Sentences[draft.Clauses[0].Sentence].Span.Start..draft.Start];
        var unit = head.IndexOfAny(CountedBy);
        return unit is > 1 and <= LongestCount && head[0] is '这' && head.IndexOf("包括") > unit && text[announced.Start..announced.End].IndexOf(head[1..(unit + 1)]) >= 0;
    }

    /// <summary>安排疗休养。列支专项资金60万元…: a paragraph that opens with the topic of a point.</summary>
    private bool IsCaptioned(Draft draft)
    {
        var text = outline.Text.AsSpan();
        var from = Math.Max(0, draft.Start - LongestPoint);
        var line = from + text[from..draft.Start].LastIndexOf('\n') + 1;
        var end = text[line..].TrimStart().IndexOfAny(CaptionEnds);
        return end is > 3 and <= LongestCaption && text[line..draft.Start].TrimStart().Length > end;
    }

    /// <summary>现就有关事项通知如下: the document is itself the notice.</summary>
    private bool Opens(Draft draft) => Holds(draft, Handing);

    /// <summary>现将《…》印发给你们: what follows under its own headline is the package.</summary>
    private bool Encloses(Draft draft) => Holds(draft, Enclosing);

    private bool Holds(Draft draft, PhraseSet words) => words.StandsIn(outline.Text.AsSpan(draft.Start, draft.End - draft.Start));

    private int ArticleOf(Draft draft) => outline.Sentences[draft.Clauses[0].Sentence].Article;

    /// <summary>Whether a draft stands in a numbered paragraph, or opens a numbered point of a sentence.</summary>
    private bool IsPoint(Draft draft, Draft package)
    {
        var text = outline.Text.AsSpan();
        var from = Math.Max(0, draft.Clauses[0].Start - LongestPoint);
        var line = text[from..draft.Clauses[0].Start].LastIndexOf('\n');
        var opening = text[(from + line + 1)..].TrimStart();
        if ((line >= 0 || from == 0) && (Points.Numbered(opening) || (Points.Bulleted(opening) && draft.Actors.Any(a => a.Name == package.Actors[0].Name))))
            return true;
        var seam = text[..draft.Start].LastIndexOfAny(Seams);
        return Points.Numbered(text[(seam + 1)..].TrimStart());
    }

    /// <summary>Whether a line that is only the heading of a numbered point stands over a draft.</summary>
    private bool IsUnderPoint(Draft draft)
    {
        var sentence = outline.Sentences[draft.Clauses[0].Sentence];
        if (sentence.Article >= outline.Articles.Count || sentence.Section >= outline.Articles[sentence.Article].Sections.Count)
            return false;
        return outline.Articles[sentence.Article].Sections[sentence.Section].Headings is [.., var heading] && Points.Numbered(outline.Text.AsSpan(heading.Start, heading.Length));
    }

    /// <summary>The day under the name of a body that closes the document.</summary>
    private MeasureDate? Signed()
    {
        for (var i = outline.Lines.Count - 1; i > 0; i--)
        {
            var span = outline.Lines[i].Span;
            if (span.Length is < 8 or > LongestSignature || !outline.Text.AsSpan(span.Start, span.Length).EndsWith('日'))
                continue;
            var at = Ordered.FirstFrom(scan.Dates, span.Start, static d => d.Start);
            if (at < scan.Dates.Count && scan.Dates[at] is var date && date.Start == span.Start && date.End == span.End && date.From.Year is not null)
                return resolver.Resolve(date, null);
        }

        return null;
    }
}
