using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Pdf;

/// <summary>
/// Character ids of Adobe's collection for simplified Chinese, where they follow from the order of GB 2312: ASCII,
/// punctuation, full-width forms and the 6,763 characters. Adobe Technical Note 5079 gives the order.
/// </summary>
internal static class AdobeGb1
{
    private const int RowLength = 94;
    private const int FirstCharacters = 939; // row 0xB0
    private const int SecondLevel = 4694; // row 0xD8; the five last cells of row 0xD7 are empty
    private const int PastCharacters = 7702;

    public static string? Text(uint cid) => cid switch
    {
        >= 1 and <= 95 => ((char)(0x1F + cid)).ToString(),
        >= 814 and <= 907 => ((char)(0x21 + cid - 814)).ToString(),
        7716 => " ",
        >= 96 and < 190 => Cell(0xA1, (int)cid - 96),
        >= 262 and < 356 => Cell(0xA3, (int)cid - 262),
        >= FirstCharacters and < SecondLevel => Cell(0xB0, (int)cid - FirstCharacters),
        >= SecondLevel and < PastCharacters => Cell(0xD8, (int)cid - SecondLevel),
        _ => null,
    };

    private static string Cell(int row, int offset) =>
        TextDecoding.OfCodePage(936).GetString([(byte)(row + (offset / RowLength)), (byte)(0xA1 + (offset % RowLength))]);
}
