namespace Ingest.Core.Reading.Pdf;

/// <summary>A code of a shown string.</summary>
/// <param name="Text">What it stands for; null where the file gives no way to know.</param>
/// <param name="Width">Advance in thousandths of the font size.</param>
/// <param name="IsBlank">Whether it is the one-byte code 32, to which word spacing applies.</param>
internal readonly record struct PdfGlyph(string? Text, double Width, bool IsBlank);

/// <summary>Turns the bytes of a shown string into text and widths.</summary>
internal abstract class PdfFont
{
    /// <summary>Whether text runs downwards.</summary>
    public virtual bool IsVertical => false;

    public abstract void Decode(ReadOnlySpan<byte> bytes, List<PdfGlyph> glyphs);

    public static PdfFont Of(PdfDictionary font, PdfFile file)
    {
        var toUnicode = file.Get(font, "ToUnicode") is PdfStream stream ? CodeMap.Parse(file.Decode(stream), file.Budget) : null;
        return file.Name(font, "Subtype") == "Type0" ? new CompositeFont(font, toUnicode, file) : new SimpleFont(font, toUnicode, file);
    }
}
