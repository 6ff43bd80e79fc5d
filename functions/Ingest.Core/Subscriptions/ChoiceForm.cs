using System.Globalization;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Subscriptions;

/// <summary>Reads the fields of <c>ChoiceFields.razor</c>; what is wrong is said in Chinese, with what to do.</summary>
public static class ChoiceForm
{
    private const int MostWords = 10;
    private const int MostPlaces = 50;
    private static readonly char[] Separators = [' ', '\u3000', '\u3001', ',', '\uFF0C', ';', '\uFF1B', '\n', '\r', '\t'];

    /// <summary>Provinces, autonomous regions and municipalities by code, and the whole country for measures of nationwide reach.</summary>
    public static IReadOnlyList<(string Code, string Name)> Provinces { get; } =
    [
        (Gazetteer.Country, "全国性举措"),
        .. Gazetteer.All.Where(p => p.Level == PlaceLevel.Province).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, p.Name)),
    ];

    /// <summary>Name of a place to show in the form.</summary>
    public static string PlaceName(string code) => Gazetteer.Find(code)?.Name ?? code;

    /// <summary>Reads a form.</summary>
    /// <param name="field">The values of a field; none where it is missing.</param>
    public static (Choice Choice, IReadOnlyList<string> Problems) Read(Func<string, IReadOnlyList<string?>> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var problems = new List<string>();
        var places = new List<string>(field("place").OfType<string>().Where(p => Provinces.Any(q => q.Code == p)));
        foreach (var name in Words(field, "places"))
        {
            if (FindPlace(name) is { } code)
            {
                places.Add(code);
            }
            else
            {
                problems.Add(ChineseText.Widen($"没有找到地区“{Shown(name)}”,请填写全称,如“武汉市”“武昌区”;同名的县、区请写六位代码。"));
            }
        }

        var words = Words(field, "words");
        if (words.Count > MostWords || places.Count > MostPlaces)
        {
            problems.Add(ChineseText.Widen($"最多可选{MostPlaces}个地区、{MostWords}个关键词。"));
        }

        decimal? least = null;
        if (One(field, "least") is { Length: > 0 } typed)
        {
            least = decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wan) && wan is >= 0 and <= 100_000_000 ? wan * 10_000 : null;
            if (least is null)
            {
                problems.Add(ChineseText.Widen("金额请填写不小于零的数字,单位为万元。"));
            }
        }

        var filter = new DigestFilter
        {
            Places = [.. places.Distinct().Take(MostPlaces)],
            Categories = [.. field("category").OfType<string>().Select(Codes.ParseCategory).OfType<Category>().Distinct()],
            LeastYuan = least > 0 ? least : null,
            Words = [.. words.Take(MostWords)],
            AllWords = One(field, "match") == "all",
        };
        var cadence = Enum.TryParse<Cadence>(One(field, "cadence"), ignoreCase: true, out var c) && Enum.IsDefined(c) ? c : Cadence.Weekly;
        var language = Enum.TryParse<DigestLanguage>(One(field, "language"), ignoreCase: true, out var l) && Enum.IsDefined(l) ? l : DigestLanguage.Hans;
        return (new Choice(filter, cadence, language), problems);
    }

    // A full name that only one place bears, or a code.
    private static string? FindPlace(string name)
    {
        if (name.Length == 6 && name.All(char.IsAsciiDigit))
        {
            return Gazetteer.Find(name)?.Code;
        }

        var found = Gazetteer.All.Where(p => p.Name == name).Take(2).ToList();
        return found.Count == 1 ? found[0].Code : null;
    }

    private static string? One(Func<string, IReadOnlyList<string?>> field, string name) => field(name) is [var value, ..] ? value?.Trim() : null;

    private static List<string> Words(Func<string, IReadOnlyList<string?>> field, string name) =>
        [.. (One(field, name) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length <= 40 && !w.Any(char.IsControl)).Distinct()];

    private static string Shown(string name) => name.Length <= 20 ? name : name[..20] + "…";
}
