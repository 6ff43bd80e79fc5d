using Ingest.Core.Subscriptions;

namespace Ingest.Core.Tests.Subscriptions;

public sealed class KeyRotationTests
{
    private const string Reader = "00112233445566778899aabbccddeeff";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Ids = Secret(1);
    private static readonly byte[] Old = Secret(2);
    private static readonly byte[] New = Secret(3);

    [Fact]
    public void Read_Takes_A_Link_Of_The_Former_Key_While_It_Is_Kept()
    {
        var sent = new SubscriptionKeys(Ids, [Old]).Sign(TokenPurpose.Unsubscribe, Reader, expires: null);

        Assert.Equal(Reader, new SubscriptionKeys(Ids, [New, Old]).Read(sent, TokenPurpose.Unsubscribe, Now));
        Assert.Null(new SubscriptionKeys(Ids, [New]).Read(sent, TokenPurpose.Unsubscribe, Now));
    }

    [Fact]
    public void Sign_Uses_The_First_Key()
    {
        var sent = new SubscriptionKeys(Ids, [New, Old]).Sign(TokenPurpose.Preferences, Reader, expires: null);

        Assert.Equal(Reader, new SubscriptionKeys(Ids, [New]).Read(sent, TokenPurpose.Preferences, Now));
        Assert.Null(new SubscriptionKeys(Ids, [Old]).Read(sent, TokenPurpose.Preferences, Now));
    }

    [Fact]
    public void IdOf_Stays_The_Same_When_The_Signing_Key_Changes()
    {
        var address = new ReaderAddress("reader@example.org");

        Assert.Equal(new SubscriptionKeys(Ids, [Old]).IdOf(address), new SubscriptionKeys(Ids, [New]).IdOf(address));
    }

    private static byte[] Secret(byte seed) => [.. Enumerable.Repeat(seed, SubscriptionKeys.LeastBytes)];
}
