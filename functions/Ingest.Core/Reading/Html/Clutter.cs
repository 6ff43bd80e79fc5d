using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Core.Reading.Html;

/// <summary>Tells what is never part of a page's article: scripts, forms, navigation, advertisements, hidden parts.</summary>
internal static partial class Clutter
{
    private static readonly FrozenSet<string> Elements = new[]
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "OBJECT", "EMBED", "SVG", "CANVAS", "BUTTON", "INPUT", "SELECT", "TEXTAREA",
        "NAV", "FOOTER", "ASIDE", "LINK", "META", "AUDIO", "VIDEO", "MAP", "DIALOG",
    }.ToFrozenSet();

    /// <summary>Whether a node and all below it is no part of the article.</summary>
    public static bool Is(INode node) => node.NodeType == NodeType.Comment || node is IElement element && IsClutter(element);

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
