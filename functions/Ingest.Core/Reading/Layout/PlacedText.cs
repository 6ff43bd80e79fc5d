namespace Ingest.Core.Reading.Layout;

/// <summary>A run of text where it stands on a page, in points, upright, from the lower left corner.</summary>
/// <param name="Text">The characters.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Baseline.</param>
/// <param name="Width">From the left edge to the right one.</param>
/// <param name="Size">Height of the characters.</param>
internal readonly record struct PlacedText(string Text, double X, double Y, double Width, double Size)
{
    public double Right => X + Width;
}

/// <summary>The text of one page.</summary>
/// <param name="Height">Height of the page in points.</param>
/// <param name="Texts">Its runs, in the order in which the file draws them.</param>
internal sealed record PlacedPage(double Height, IReadOnlyList<PlacedText> Texts);
