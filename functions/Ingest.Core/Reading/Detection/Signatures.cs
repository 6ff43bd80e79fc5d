namespace Ingest.Core.Reading.Detection;

/// <summary>First bytes of the kinds of file that hold no text to read.</summary>
internal static class Signatures
{
    public static Refusal? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Refusals.Image,
        [0xFF, 0xD8, 0xFF, ..] => Refusals.Image,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Refusals.Image,
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Refusals.Image,
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => Refusals.Image,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Refusals.Image,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', ..] => Refusals.Image,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Refusals.NotADocument,
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, ..] => Refusals.Rar,
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => Refusals.SevenZip,
        [0x1F, 0x8B, 8, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => Refusals.Archive,
        [(byte)'M', (byte)'Z', _, 0, ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => Refusals.NotADocument,
        [(byte)'I', (byte)'D', (byte)'3', ..] or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] or [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => Refusals.NotADocument,
        [0, 0, 1, 0xBA, ..] or [0x1A, 0x45, 0xDF, 0xA3, ..] => Refusals.NotADocument,
        _ when bytes.Length > 262 && bytes[257..].StartsWith("ustar"u8) => Refusals.Archive,
        _ => null,
    };
}
