namespace Ingest.Core.Extraction.Scoring;

/// <summary>The kinds of fact that are scored, in the order of the report.</summary>
public enum FactField
{
    /// <summary>The category.</summary>
    Category,
    /// <summary>Each actor.</summary>
    Org,
    /// <summary>The place.</summary>
    Place,
    /// <summary>The date.</summary>
    Date,
    /// <summary>Each amount in yuan.</summary>
    Money,
    /// <summary>Each goods item.</summary>
    Item,
    /// <summary>Each counted group of people.</summary>
    People,
    /// <summary>Each other number.</summary>
    Number,
}

/// <summary>How many facts agree.</summary>
/// <param name="Hits">Facts in both.</param>
/// <param name="Gold">Facts in the gold.</param>
/// <param name="Parsed">Facts in the output.</param>
public readonly record struct Agreement(int Hits, int Gold, int Parsed)
{
    /// <summary>Share of the parsed facts that are right, 0–1.</summary>
    public double Precision => Parsed == 0 ? 0 : (double)Hits / Parsed;

    /// <summary>Share of the gold facts that were found, 0–1.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Hits / Gold;

    /// <summary>Harmonic mean of both, 0–1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Both counts together.</summary>
    public static Agreement operator +(Agreement a, Agreement b) => Add(a, b);

    /// <summary>Both counts together.</summary>
    public static Agreement Add(Agreement left, Agreement right) => new(left.Hits + right.Hits, left.Gold + right.Gold, left.Parsed + right.Parsed);
}

/// <summary>The figures of one document.</summary>
/// <param name="Document">Its file name.</param>
/// <param name="Measures">Aligned measures.</param>
/// <param name="Fields">Facts by field, in the order of <see cref="FactField"/>.</param>
/// <param name="Missed">Passages of gold measures without a partner.</param>
/// <param name="Spurious">Passages of parsed measures without a partner.</param>
/// <param name="Pairs">For every parsed measure: its confidence, its facts, and how many of them are right.</param>
public sealed record DocumentFigures(
    string Document,
    Agreement Measures,
    IReadOnlyList<Agreement> Fields,
    IReadOnlyList<string> Missed,
    IReadOnlyList<string> Spurious,
    IReadOnlyList<(double Confidence, int Facts, int Right)> Pairs)
{
    /// <summary>All facts together.</summary>
    public Agreement Facts => Fields.Aggregate(default(Agreement), Agreement.Add);

    /// <summary>Whether the gold states a publication day, and whether it was found.</summary>
    public (bool Stated, bool Found) Published { get; init; }
}

/// <summary>The figures of a set of documents.</summary>
/// <param name="Documents">Each document's.</param>
public sealed record Figures(IReadOnlyList<DocumentFigures> Documents)
{
    /// <summary>Measures aligned.</summary>
    public Agreement Measures => Documents.Aggregate(default(Agreement), static (sum, d) => sum + d.Measures);

    /// <summary>All facts together: the figure that counts.</summary>
    public Agreement Facts => Documents.Aggregate(default(Agreement), static (sum, d) => sum + d.Facts);

    /// <summary>Facts of one field.</summary>
    public Agreement Of(FactField field) => Documents.Aggregate(default(Agreement), (sum, d) => sum + d.Fields[(int)field]);
}
