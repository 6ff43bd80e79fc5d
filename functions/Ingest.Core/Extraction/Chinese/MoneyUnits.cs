using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>A unit of money.</summary>
/// <param name="Text">As written.</param>
/// <param name="Yuan">How many yuan it is; 0 for a foreign one.</param>
internal sealed record MoneyUnit(string Text, decimal Yuan);

/// <summary>The units of money, yuan and foreign.</summary>
internal static class MoneyUnits
{
    private static readonly Trie<MoneyUnit> Units = new(((MoneyUnit[])
    [
        new("元人民币", 1), new("人民币元", 1), new("人民币", 1), new("块钱", 1), new("毛钱", 0.1m), new("角钱", 0.1m), new("分钱", 0.01m), new("元整", 1), new("圆整", 1), new("元", 1), new("圆", 1), new("RMB", 1), new("CNY", 1),
        new("美元", 0), new("美金", 0), new("欧元", 0), new("日元", 0), new("港元", 0), new("港币", 0), new("澳门元", 0), new("澳元", 0), new("英镑", 0), new("韩元", 0), new("卢布", 0), new("加元", 0),
        new("新台币", 0), new("台币", 0), new("澳门币", 0), new("新加坡元", 0), new("泰铢", 0), new("瑞士法郎", 0), new("法郎", 0), new("USD", 0), new("EUR", 0), new("HKD", 0),
    ]).Select(static unit => KeyValuePair.Create(unit.Text, unit)));

    /// <summary>The unit that begins at <paramref name="at"/>. 元 is none in 元旦, 元宵, 元月, 元素.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out MoneyUnit unit)
    {
        var length = Units.Longest(text, at, out var found);
        unit = found!;
        return length > 0 && !(length == 1 && at + 1 < text.Length && text[at + 1] is '旦' or '宵' or '月' or '素' or '帅' or '形' or '满' or '桌' or '圈' or '梦');
    }
}
