using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Core.Reading.Html;

/// <summary>Takes out of a page what is never part of the article: scripts, forms, navigation, advertisements, hidden parts.</summary>
internal static partial class Clutter
{
    private static readonly FrozenSet<string> Elements = new[]
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "OBJECT", "EMBED", "SVG", "CANVAS", "BUTTON", "INPUT", "SELECT", "TEXTAREA",
        "NAV", "FOOTER", "ASIDE", "LINK", "META", "AUDIO", "VIDEO", "MAP", "DIALOG",
    }.ToFrozenSet();

    public static void Remove(IDocument page, ReadingBudget budget)
    {
        INode? node = page.Body;
        while (node is not null)
        {
            budget.Object();
            var drop = node.NodeType == NodeType.Comment || node is IElement element && IsClutter(element);
            var next = Nodes.Next(node, page, !drop);
            if (drop && node != page.Body) node.Parent?.RemoveChild(node);
            node = next;
        }
    }

    private static bool IsClutter(IElement element)
    {
        if (Elements.Contains(element.TagName)) return true;
        if (element.TagName is "BODY" or "ARTICLE" or "MAIN") return false;
        if (element.HasAttribute("hidden") || element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style)) return true;
        return Names().IsMatch(element.ClassName ?? "") || Names().IsMatch(element.Id ?? "");
    }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HiddenStyle();

    // Whole words of class names and ids, as Chinese news sites use them.
    [GeneratedRegex(
        @"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|crumb|crumbs|breadcrumb|breadcrumbs|sidebar|footer|foot|copyright|ad|ads|advert|advertisement|banner|gg|guanggao|share|sharing|social|comment|comments|related|recommend|tuijian|hot|rank|ranking|search|login|toolbar|qrcode|erweima|pager|pagination|friendlink|links|popup|modal|editor-tools)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
