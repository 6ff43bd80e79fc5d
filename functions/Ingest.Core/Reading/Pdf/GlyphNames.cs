using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Core.Reading.Pdf;

/// <summary>Unicode text of glyph names: those of the Latin fonts, and the forms <c>uniXXXX</c> and <c>uXXXXX</c> (Adobe Glyph List).</summary>
internal static class GlyphNames
{
    private static readonly FrozenDictionary<string, string> Known = (
        "space= ,exclam=!,quotedbl=\",numbersign=#,dollar=$,percent=%,ampersand=&,quotesingle=',quoteright=’,quoteleft=‘,parenleft=(,parenright=),asterisk=*,plus=+,hyphen=-,minus=−,period=.,slash=/," +
        "zero=0,one=1,two=2,three=3,four=4,five=5,six=6,seven=7,eight=8,nine=9,colon=:,semicolon=;,less=<,equal==,greater=>,question=?,at=@,bracketleft=[,backslash=\\,bracketright=],asciicircum=^," +
        "underscore=_,grave=`,braceleft={,bar=|,braceright=},asciitilde=~,exclamdown=¡,cent=¢,sterling=£,currency=¤,yen=¥,brokenbar=¦,section=§,dieresis=¨,copyright=©,ordfeminine=ª,guillemotleft=«," +
        "registered=®,macron=¯,degree=°,plusminus=±,twosuperior=²,threesuperior=³,acute=´,mu=µ,paragraph=¶,periodcentered=·,middot=·,cedilla=¸,onesuperior=¹,ordmasculine=º,guillemotright=»,onequarter=¼," +
        "onehalf=½,threequarters=¾,questiondown=¿,multiply=×,divide=÷,endash=–,emdash=—,quotesinglbase=‚,quotedblleft=“,quotedblright=”,quotedblbase=„,dagger=†,daggerdbl=‡,bullet=•,ellipsis=…," +
        "perthousand=‰,guilsinglleft=‹,guilsinglright=›,Euro=€,trademark=™,fi=fi,fl=fl,ff=ff,ffi=ffi,ffl=ffl,fraction=⁄,nbspace= ,nonbreakingspace= ,sfthyphen=-,eacute=é,egrave=è,aacute=á,agrave=à," +
        "iacute=í,oacute=ó,uacute=ú,udieresis=ü,odieresis=ö,adieresis=ä,germandbls=ß,ccedilla=ç,ntilde=ñ,dotlessi=ı,circumflex=ˆ,tilde=˜")
        .Split(',').Select(pair => pair.Split('=', 2)).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The text of a glyph's name, or null where the name says nothing (such as <c>g123</c>).</summary>
    public static string? Text(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0) name = name[..dot];
        if (name.Length == 1) return name;
        if (Known.TryGetValue(name, out var text)) return text;
        if (name == "comma") return ",";
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && Hex(name.AsSpan(3, 4)) is { } bmp) return ((char)bmp).ToString();
        return name.Length is >= 5 and <= 7 && name[0] == 'u' && Hex(name.AsSpan(1)) is { } code && code <= 0x10FFFF && code is < 0xD800 or > 0xDFFF ? char.ConvertFromUtf32(code) : null;
    }

    private static int? Hex(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
