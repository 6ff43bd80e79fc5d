using Ingest.Core.Subscriptions;

namespace Ingest.Core.Tests.Subscriptions;

public class SubscriptionKeysTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly SubscriptionKeys Keys = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly string Li = Keys.IdOf(new ReaderAddress("li@example.org"));

    [Fact]
    public void Read_Opens_Only_The_Purpose_The_Time_And_The_Key_It_Was_Signed_For()
    {
        var token = Keys.Sign(TokenPurpose.Confirm, Li, Now.AddHours(48));

        Assert.Equal(Li, Keys.Read(token, TokenPurpose.Confirm, Now));
        Assert.Null(Keys.Read(token, TokenPurpose.Preferences, Now));
        Assert.Null(Keys.Read(token, TokenPurpose.Confirm, Now.AddHours(49)));
        Assert.Null(new SubscriptionKeys(new byte[32]).Read(token, TokenPurpose.Confirm, Now));
        Assert.Equal(Li, Keys.Read(Keys.Sign(TokenPurpose.Unsubscribe, Li, null), TokenPurpose.Unsubscribe, Now.AddYears(50)));
    }

    [Fact]
    public void Read_Refuses_A_Token_With_Any_Character_Changed()
    {
        var token = Keys.Sign(TokenPurpose.Unsubscribe, Li, null);
        for (var i = 0; i < token.Length - 1; i++)
        {
            Assert.Null(Keys.Read(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..], TokenPurpose.Unsubscribe, Now));
        }
    }

    [Fact]
    public void IdOf_Tells_Nothing_Of_The_Address_And_Is_The_Same_For_Any_Case()
    {
        Assert.Equal(Li, Keys.IdOf(new ReaderAddress("LI@example.org")));
        Assert.NotEqual(Li, Keys.IdOf(new ReaderAddress("wang@example.org")));
        Assert.Matches("^[0-9a-f]{32}$", Li);
    }

    [Fact]
    public void Secret_Shorter_Than_32_Bytes_Is_Refused() => Assert.Throws<ArgumentException>(() => new SubscriptionKeys(new byte[31]));
}
