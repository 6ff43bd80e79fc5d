using AngleSharp.Dom;

namespace Ingest.Core.Reading.Html;

/// <summary>
/// Walks a page in document order without recursion, since a hostile page nests deep, and by index, since the library
/// finds a sibling by searching its parent.
/// </summary>
internal static class Nodes
{
    /// <summary>The nodes below <paramref name="root"/>. What is below a node for which <paramref name="skip"/> holds is left out; the node itself is given.</summary>
    public static IEnumerable<INode> Below(INode root, Func<INode, bool>? skip = null)
    {
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((root.ChildNodes, 0));
        while (open.TryPop(out var level))
        {
            if (level.Next >= level.Children.Length) continue;
            var node = level.Children[level.Next];
            open.Push((level.Children, level.Next + 1));
            yield return node;
            if (node.HasChildNodes && (skip is null || !skip(node))) open.Push((node.ChildNodes, 0));
        }
    }
}
