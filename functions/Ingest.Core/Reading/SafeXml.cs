using System.Xml;

namespace Ingest.Core.Reading;

/// <summary>XML as office formats carry it, read as a stream: no DTD, no entity, nothing fetched.</summary>
internal static class SafeXml
{
    /// <summary>Whether an exception says that the XML has a DTD.</summary>
    public static bool IsDtd(Exception e) => e is XmlException && e.Message.Contains("DTD", StringComparison.Ordinal);

    /// <summary>A reader over a part. A DTD makes it throw an <see cref="XmlException"/> that <see cref="GuardedRead"/> tells apart.</summary>
    public static XmlReader Open(ReadOnlyMemory<byte> part, ReadingBudget budget) => XmlReader.Create(
        Bytes.AsStream(part),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false, // control characters that other programs let through
            MaxCharactersInDocument = budget.Limits.MaxPartBytes,
            NameTable = new FewNames(),
        });

    /// <summary>A name table keeps every name for good; office formats know some thousands, a hostile part has millions.</summary>
    private sealed class FewNames : NameTable
    {
        private const int Most = 20_000;
        private int _count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string name) => ++_count <= Most ? name : throw new UnreadableException(Refusals.TooManyObjects);
    }
}
