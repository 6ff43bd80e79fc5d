namespace Ingest.Core.Extraction.Places;

/// <summary>One way of naming places: all places that bear the name, officially or for short.</summary>
/// <param name="Text">The name as it stands in texts.</param>
/// <param name="Full">Whether it ends in 省, 市, 县, 区… so that it can't be an ordinary word.</param>
/// <param name="Ordinary">Whether it is an ordinary word too (和平, 朝阳), so that only its surroundings make it a place.</param>
/// <param name="Candidates">All places of the name, highest level first.</param>
internal sealed record PlaceName(string Text, bool Full, bool Ordinary, Place[] Candidates)
{
    /// <summary>The name as the whole chain of names at its place in a text, as nearly all stand.</summary>
    public PlaceName[] Alone => field ??= [this];
}
