namespace Ingest.Core.Reading.Pdf;

/// <summary>A name, without its slash.</summary>
internal sealed record PdfName(string Value);

/// <summary>A string's bytes.</summary>
internal sealed record PdfString(byte[] Bytes);

/// <summary>A reference to an indirect object.</summary>
internal readonly record struct PdfReference(int Number, int Generation);

/// <summary>An operator of a content stream, or a bare word such as <c>endobj</c>.</summary>
internal sealed record PdfKeyword(string Value);

/// <summary>A dictionary. Values are null, bool, double, the types above, arrays as <see cref="List{T}"/>, and dictionaries.</summary>
internal sealed class PdfDictionary : Dictionary<string, object?>
{
    public PdfDictionary() : base(StringComparer.Ordinal)
    {
    }
}

/// <summary>A stream: its dictionary and its bytes as they stand in the file.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw);
