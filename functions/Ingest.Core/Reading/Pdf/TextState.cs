using Ingest.Core.Reading.Layout;

namespace Ingest.Core.Reading.Pdf;

/// <summary>The part of the graphics state that text is placed by.</summary>
internal sealed record TextState
{
    public Matrix Ctm { get; init; } = Matrix.Identity;

    public PdfFont? Font { get; init; }

    public double Size { get; init; } = 1;

    public double CharacterSpacing { get; init; }

    public double WordSpacing { get; init; }

    /// <summary>Horizontal scaling; 1 is none.</summary>
    public double Scale { get; init; } = 1;

    public double Leading { get; init; }

    public double Rise { get; init; }
}
