using Ingest.Core.Subscriptions;

namespace Ingest.Core.Tests.Subscriptions;

public class ReaderAddressTests
{
    [Theory]
    [InlineData("li@example.org", "li@example.org")]
    [InlineData("  Li.Ming+gh@Example.ORG ", "Li.Ming+gh@example.org")]
    [InlineData("li@中国.cn", "li@xn--fiqs8s.cn")]
    [InlineData("li@例子.公司", "li@xn--fsqu00a.xn--55qx5d")]
    public void TryParse_Puts_An_Address_Into_Its_One_Form(string typed, string expected)
    {
        Assert.True(ReaderAddress.TryParse(typed, out var address));
        Assert.Equal(expected, address.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("li")]
    [InlineData("@example.org")]
    [InlineData("li@")]
    [InlineData("li@localhost")]
    [InlineData("li@[127.0.0.1]")]
    [InlineData("li@127.0.0.1")]
    [InlineData("li@-example.org")]
    [InlineData("li@exa mple.org")]
    [InlineData("li..ming@example.org")]
    [InlineData(".li@example.org")]
    [InlineData("li ming@example.org")]
    [InlineData("李明@example.org")]
    [InlineData("li@example.org\r\nBcc: wang@example.org")]
    [InlineData("li@example.org\u0000")]
    [InlineData("li@a@example.org")]
    [InlineData("<li@example.org>")]
    public void TryParse_Refuses_What_Cannot_Be_Delivered(string typed) => Assert.False(ReaderAddress.TryParse(typed, out _));

    [Fact]
    public void TryParse_Refuses_What_Is_Too_Long()
    {
        Assert.False(ReaderAddress.TryParse(new string('a', 65) + "@example.org", out _));
        Assert.False(ReaderAddress.TryParse("li@" + string.Join('.', Enumerable.Repeat(new string('a', 60), 5)) + ".org", out _));
    }

    [Fact]
    public void ToString_Never_Shows_The_Address() => Assert.DoesNotContain("li", new ReaderAddress("li@example.org").ToString(), StringComparison.Ordinal);
}
