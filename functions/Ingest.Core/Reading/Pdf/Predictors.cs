namespace Ingest.Core.Reading.Pdf;

/// <summary>Undoes the predictors that precede Flate and LZW compression: PNG's by row, and TIFF's for bytes.</summary>
internal static class Predictors
{
    public static byte[] Undo(byte[] bytes, PdfDictionary? parameters, PdfFile file)
    {
        var predictor = (int)file.Number(parameters, "Predictor", 1);
        if (predictor < 2) return bytes;
        var colors = Math.Clamp((int)file.Number(parameters, "Colors", 1), 1, 32);
        var bits = Math.Clamp((int)file.Number(parameters, "BitsPerComponent", 8), 1, 16);
        var columns = Math.Clamp((int)file.Number(parameters, "Columns", 1), 1, 1 << 20);
        int pixel = Math.Max(1, colors * bits / 8), row = ((colors * bits * columns) + 7) / 8;
        return predictor == 2 ? Tiff(bytes, row, pixel) : Png(bytes, row, pixel);
    }

    private static byte[] Tiff(byte[] bytes, int row, int pixel)
    {
        for (var start = 0; start < bytes.Length; start += row)
        {
            for (var i = start + pixel; i < Math.Min(start + row, bytes.Length); i++) bytes[i] += bytes[i - pixel];
        }

        return bytes;
    }

    private static byte[] Png(byte[] bytes, int row, int pixel)
    {
        var rows = (bytes.Length + row) / (row + 1);
        var output = new byte[rows * (long)row];
        for (var r = 0; r < rows; r++)
        {
            int from = r * (row + 1), to = r * row, length = Math.Min(row, bytes.Length - from - 1);
            for (var i = 0; i < length; i++)
            {
                int left = i >= pixel ? output[to + i - pixel] : 0, up = r > 0 ? output[to - row + i] : 0, corner = r > 0 && i >= pixel ? output[to - row + i - pixel] : 0;
                output[to + i] = (byte)(bytes[from + 1 + i] + bytes[from] switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }
        }

        return output;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner, a = Math.Abs(estimate - left), b = Math.Abs(estimate - up), c = Math.Abs(estimate - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
