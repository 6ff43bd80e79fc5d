namespace Ingest.Core.Reading.Layout;

/// <summary>A transformation of the plane: x' = a x + c y + e, y' = b x + d y + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>First <paramref name="first"/>, then <paramref name="second"/>.</summary>
    public static Matrix operator *(Matrix first, Matrix second) => new(
        (first.A * second.A) + (first.B * second.C),
        (first.A * second.B) + (first.B * second.D),
        (first.C * second.A) + (first.D * second.C),
        (first.C * second.B) + (first.D * second.D),
        (first.E * second.A) + (first.F * second.C) + second.E,
        (first.E * second.B) + (first.F * second.D) + second.F);

    public static Matrix Move(double x, double y) => new(1, 0, 0, 1, x, y);
}
