namespace Ingest.Core.Extraction.Places;

/// <summary>
/// How official names are shortened in texts: 朔州市 → 朔州, 峨边彝族自治县 → 峨边, 峨边县, 恩施土家族苗族自治州 → 恩施, 恩施州.
/// Irregular ones (喀左, 达茂旗) stand in <c>places.tsv</c>.
/// </summary>
internal static class ShortForms
{
    private static readonly string[] Suffixes =
        ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省", "市", "县", "区", "旗", "盟"];

    // Longest first, so that 哈萨克族 goes before 哈萨克.
    private static readonly string[] Peoples =
        [.. ("蒙古族 蒙古 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 "
            + "拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯 阿昌族 普米族 "
            + "塔吉克族 塔吉克 怒族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 各族")
            .Split(' ').OrderByDescending(p => p.Length)];

    /// <summary>The name less its suffix and the peoples it names; never shorter than two characters.</summary>
    public static string Base(string name)
    {
        var suffix = Suffixes.FirstOrDefault(s => name.EndsWith(s, StringComparison.Ordinal) && name.Length - s.Length >= 2);
        if (suffix is null)
            return name;
        var rest = name[..^suffix.Length];
        if (!suffix.StartsWith("自治", StringComparison.Ordinal))
            return rest;
        for (string? people; (people = Array.Find(Peoples, p => rest.EndsWith(p, StringComparison.Ordinal) && rest.Length - p.Length >= 2)) is not null;)
            rest = rest[..^people.Length];
        return rest;
    }

    /// <summary>Every regular short form of an official name, without the name itself.</summary>
    /// <param name="name">Official name.</param>
    /// <returns>Short forms, and whether each ends in a suffix that marks it as a place.</returns>
    public static IEnumerable<(string Text, bool Full)> Of(string name)
    {
        var rest = Base(name);
        // 市中区, 市北区 are never shortened: 市中医院, 市北郊.
        if (rest != name && rest[0] != '市')
            yield return (rest, false);
        if (name.EndsWith("自治州", StringComparison.Ordinal))
            yield return (rest + "州", true);
        else if (name.EndsWith("自治县", StringComparison.Ordinal))
        {
            // 威宁自治县.
            yield return (rest + "县", true);
            yield return (rest + "自治县", true);
        }
        else if (name.EndsWith("自治旗", StringComparison.Ordinal))
            yield return (rest + "旗", true);
    }
}
