using System.Text;

namespace Ingest.Core.Tests.Reading.Rtf;

public sealed class RtfFormatTests
{
    [Theory]
    [InlineData(@"{\rtf1\ansi\ansicpg936 \'b9\'a4\'bb\'e1}", "工会")]
    [InlineData(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset136 MingLiU;}}\f0\'b9\'a4\f1\'a4\'75}", "工工")]
    [InlineData(@"{\rtf1\uc1 \u24037?\u20250 ?}", "工会")]
    [InlineData(@"{\rtf1\uc2 \u24037\'b9\'a4\u20250\'bb\'e1}", "工会")]
    [InlineData(@"{\rtf1 a{\v b}c{\deleted d}e}", "ace")]
    [InlineData(@"{\rtf1{\header h}{\*\generator g;}{\info{\title t}}x{\pict 0102}{\field{\*\fldinst PAGE}{\fldrslt 3}}}", "x3")]
    [InlineData(@"{\rtf1 a\par b\line c\tab d}", "a\nb\nc\td")]
    [InlineData(@"{\rtf1\trowd\pard\intbl a\cell b\cell\row\trowd\pard\intbl c\cell d\cell\row\pard e\par}", "a\tb\nc\td\ne")]
    [InlineData(@"{\rtf1{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt \pard t\par}}}x}", "t\nx")]
    [InlineData(@"{\rtf1 x\bin5 }}}}}y}", "xy")]
    public void Read_Gives_The_Text_For(string rtf, string text) =>
        Assert.Equal(text, Read.Text(Encoding.Latin1.GetBytes(rtf)).Text);
}
