using Ingest.Core.Reading.Layout;

namespace Ingest.Core.Reading.Pdf;

/// <summary>A page with what it inherits.</summary>
/// <param name="Dictionary">The page.</param>
/// <param name="Resources">Its own resources or those of the nodes above.</param>
/// <param name="Box">Left, bottom, right and top of the page in points.</param>
/// <param name="Rotation">Turn to the right in degrees: 0, 90, 180 or 270.</param>
internal sealed record PdfPage(PdfDictionary Dictionary, PdfDictionary? Resources, double[] Box, int Rotation)
{
    /// <summary>From the page's own coordinates to upright ones with the origin at the lower left.</summary>
    public Matrix ToUpright => Rotation switch
    {
        90 => new Matrix(0, -1, 1, 0, -Box[1], Box[2]),
        180 => new Matrix(-1, 0, 0, -1, Box[2], Box[3]),
        270 => new Matrix(0, 1, -1, 0, Box[3], -Box[0]),
        _ => Matrix.Move(-Box[0], -Box[1]),
    };

    public double Height => Rotation is 90 or 270 ? Box[2] - Box[0] : Box[3] - Box[1];
}

/// <summary>The pages of a PDF in order.</summary>
internal static class PdfPages
{
    private static readonly double[] A4 = [0, 0, 595, 842];

    public static IEnumerable<PdfPage> Of(PdfFile file)
    {
        var any = false;
        foreach (var page in Below(file.Get(file.Root, "Pages") as PdfDictionary, file))
        {
            any = true;
            yield return page;
        }

        if (any) yield break;
        file.Recover(); // the tree is lost: every page object in the file
        foreach (var number in file.Numbers.ToList())
        {
            if (file.Resolve(new PdfReference(number, 0)) is PdfDictionary node && file.Name(node, "Type") == "Page") yield return Page(node, new Inherited(null, null, null), file);
        }
    }

    private static IEnumerable<PdfPage> Below(PdfDictionary? root, PdfFile file)
    {
        if (root is null) yield break;
        var seen = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<(PdfDictionary Node, Inherited From)>();
        stack.Push((root, new Inherited(null, null, null)));
        while (stack.TryPop(out var item))
        {
            file.Budget.Tick();
            if (!seen.Add(item.Node)) continue;
            var inherited = item.From.With(item.Node, file);
            if (file.Get(item.Node, "Kids") is not List<object?> kids)
            {
                yield return Page(item.Node, inherited, file);
                continue;
            }

            for (var i = kids.Count - 1; i >= 0; i--)
            {
                if (file.Resolve(kids[i]) is PdfDictionary kid) stack.Push((kid, inherited));
            }
        }
    }

    private static PdfPage Page(PdfDictionary node, Inherited inherited, PdfFile file)
    {
        var own = inherited.With(node, file);
        var box = (own.Box ?? []).Select(v => file.Resolve(v) is double number ? number : 0).ToArray();
        if (box.Length != 4 || box[0] == box[2] || box[1] == box[3]) box = A4;
        var rotation = ((int)(own.Rotation ?? 0) % 360 + 360) % 360;
        return new PdfPage(node, own.Resources, [Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3])], rotation);
    }

    private sealed record Inherited(PdfDictionary? Resources, List<object?>? Box, double? Rotation)
    {
        public Inherited With(PdfDictionary node, PdfFile file) => new(
            file.Get(node, "Resources") as PdfDictionary ?? Resources,
            file.Get(node, "CropBox") as List<object?> ?? file.Get(node, "MediaBox") as List<object?> ?? Box,
            file.Get(node, "Rotate") as double? ?? Rotation);
    }
}
