namespace Ingest.Core.Reading;

/// <summary>A format gives up on the bytes before it. Caught in one place, <see cref="GuardedRead"/>, which makes it a value.</summary>
internal sealed class UnreadableException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
