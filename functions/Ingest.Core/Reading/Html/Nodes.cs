using AngleSharp.Dom;

namespace Ingest.Core.Reading.Html;

/// <summary>Walks a page without recursion: a hostile page nests deeper than any stack.</summary>
internal static class Nodes
{
    /// <summary>The nodes below <paramref name="root"/> in document order; <paramref name="skip"/> leaves out what is below a node.</summary>
    public static IEnumerable<INode> Below(INode root, Func<INode, bool>? skip = null)
    {
        var node = root.FirstChild;
        while (node is not null)
        {
            yield return node;
            node = Next(node, root, skip is null || !skip(node));
        }
    }

    /// <summary>The node after <paramref name="node"/> in document order, below it too if <paramref name="enter"/>.</summary>
    public static INode? Next(INode node, INode root, bool enter)
    {
        if (enter && node.FirstChild is { } child) return child;
        var current = node;
        while (current is not null && current != root)
        {
            if (current.NextSibling is { } sibling) return sibling;
            current = current.Parent;
        }

        return null;
    }
}
