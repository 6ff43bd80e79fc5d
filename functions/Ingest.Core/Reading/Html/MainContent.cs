using AngleSharp.Dom;

namespace Ingest.Core.Reading.Html;

/// <summary>
/// Finds the element that holds the article by text density: running text counts for its element and its nearest
/// ancestors, text inside links counts against it.
/// </summary>
internal static class MainContent
{
    private const double Keep = 0.93; // the smallest element that holds this share of the page's running text is the article
    private const int LeastBlock = 15;

    public static INode Find(IElement body, ReadingBudget budget)
    {
        var weights = Weights(body, budget);
        if (!weights.TryGetValue(body, out var all) || all <= 0) return body;
        INode best = body;
        while (true)
        {
            budget.Tick();
            var child = HeaviestChild(best, weights);
            if (child is null || weights[child] < all * Keep || child is IElement { TagName: "P" or "TABLE" or "TBODY" or "TR" or "TD" or "SPAN" or "UL" or "OL" }) return best;
            best = child;
        }
    }

    private static INode? HeaviestChild(INode parent, Dictionary<INode, double> weights)
    {
        INode? heaviest = null;
        var most = double.MinValue;
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement && weights.TryGetValue(child, out var weight) && weight > most) (heaviest, most) = (child, weight);
        }

        return heaviest;
    }

    /// <summary>Running text below each element: characters outside links less those inside, in blocks long enough to be sentences.</summary>
    private static Dictionary<INode, double> Weights(IElement body, ReadingBudget budget)
    {
        var weights = new Dictionary<INode, double>();
        foreach (var node in Nodes.Below(body, Clutter.Is))
        {
            budget.Tick();
            if (node is not IText text || text.Data.AsSpan().Trim().Length is var length && length == 0) continue;
            var weight = InLink(node) ? -length : length >= LeastBlock ? length : length * 0.3;
            weights[node.Parent!] = weights.GetValueOrDefault(node.Parent!) + weight;
        }

        foreach (var (node, weight) in weights.ToList()) Raise(node, weight, body, weights, budget);
        return weights;
    }

    private static void Raise(INode node, double weight, INode body, Dictionary<INode, double> weights, ReadingBudget budget)
    {
        for (var parent = node; parent != body && parent.Parent is { } next; parent = next)
        {
            budget.Tick();
            weights[next] = weights.GetValueOrDefault(next) + weight;
        }
    }

    private static bool InLink(INode node)
    {
        INode? current = node.Parent;
        for (var steps = 0; current is not null && steps < 4; steps++, current = current.Parent)
        {
            if (current is IElement { TagName: "A" }) return true;
        }

        return false;
    }
}
