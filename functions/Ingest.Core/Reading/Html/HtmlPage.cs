using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Ingest.Core.Reading.Html;

/// <summary>
/// Parses a page with AngleSharp. It follows the HTML standard, whose rules look through all open elements at each tag
/// and so take time that grows with the square of the nesting: that is measured first. It tells of each element it
/// makes; there the clock is looked at.
/// </summary>
internal static class HtmlPage
{
    public static IHtmlDocument Parse(string markup, ReadingBudget budget)
    {
        if (Nesting.IsTooDeep(markup)) throw new UnreadableException(Refusals.NestedTooDeep);
        var page = new HtmlParser(new HtmlParserOptions { OnCreated = (_, _) => budget.Object() }).ParseDocument(markup);
        budget.CheckTime();
        return page;
    }
}
