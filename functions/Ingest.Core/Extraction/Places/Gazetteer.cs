using System.Collections.Frozen;
using System.Globalization;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Places;

/// <summary>The places of GB/T 2260 down to county level, with former names and codes. Sources: <c>Lexicon/README.md</c>.</summary>
public static class Gazetteer
{
    /// <summary>The whole country.</summary>
    public const string Country = "100000";

    /// <summary>
    /// Reports begin with 2020. A name that went out of use later stood for the code it had then; one that had gone before is
    /// a writer's habit and means the place of today.
    /// </summary>
    private const string FirstYear = "2020";

    private static readonly FrozenDictionary<string, Place> Current =
        LexiconFile.Records("places.tsv").ToFrozenDictionary(r => r[0], r => new Place(r[0], r[1], LevelOf(r[0])));

    private static readonly FrozenDictionary<string, (Place Place, string Successor)> Former = ReadFormer();

    // By the first two and the first four digits of a code: asked for every place that a text names.
    private static readonly Place?[] Provinces = Array.ConvertAll([.. Enumerable.Range(0, 100)], static number => Find($"{number:00}0000"));
    private static readonly Place?[] Cities = ReadCities();

    /// <summary>Every name of every place, for the reader of names.</summary>
    internal static IReadOnlyList<PlaceName> Names { get; } = ReadNames();

    /// <summary>Every place in use.</summary>
    public static IEnumerable<Place> All => Current.Values;

    /// <summary>The place with a code, current or former; null if there is none.</summary>
    public static Place? Find(string? code) => code is null ? null
        : Current.TryGetValue(code, out var place) ? place
        : Former.TryGetValue(code, out var former) ? former.Place
        : null;

    /// <summary>The place that a former code stands for today; the place itself where the code is in use.</summary>
    public static Place? Today(string? code) =>
        code is not null && !Current.ContainsKey(code) && Former.TryGetValue(code, out var former) ? Find(former.Successor) : Find(code);

    /// <summary>The city of prefecture level that a county lies in; the place itself for a city; null for a province or a county directly under one.</summary>
    public static Place? CityOf(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Level == PlaceLevel.City ? place : place.Level == PlaceLevel.County ? Cities[Number(place.Code, 4)] : null;
    }

    /// <summary>济源, 仙桃: a county-level city that answers to its province as cities do.</summary>
    public static bool IsUnderProvince(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Level == PlaceLevel.County && place.Code[2] == '9';
    }

    /// <summary>The province or municipality that a place lies in; null for the country.</summary>
    public static Place? ProvinceOf(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Level == PlaceLevel.Country ? null : Provinces[Number(place.Code, 2)];
    }

    private static int Number(string code, int digits) => int.Parse(code.AsSpan(0, digits), CultureInfo.InvariantCulture);

    private static Place?[] ReadCities()
    {
        var cities = new Place?[10_000];
        foreach (var place in Former.Values.Select(static former => former.Place).Concat(Current.Values))
            cities[Number(place.Code, 4)] = Find(place.Code[..4] + "00");
        return cities;
    }

    private static PlaceLevel LevelOf(string code) =>
        code == Country ? PlaceLevel.Country
        : code.EndsWith("0000", StringComparison.Ordinal) ? PlaceLevel.Province
        : code.EndsWith("00", StringComparison.Ordinal) ? PlaceLevel.City
        : PlaceLevel.County;

    private static FrozenDictionary<string, (Place Place, string Successor)> ReadFormer()
    {
        var places = new Dictionary<string, (Place, string)>();
        foreach (var record in LexiconFile.Records("former-places.tsv"))
            places[record[0]] = (new Place(record[0], record[1], LevelOf(record[0])), record[3]);
        return places.ToFrozenDictionary();
    }

    private static List<PlaceName> ReadNames()
    {
        var ordinary = LexiconFile.Words("ordinary-words.txt").ToHashSet();
        var places = new Dictionary<string, (bool Full, List<Place> Places)>();
        foreach (var record in LexiconFile.Records("places.tsv").Where(r => r[0] != Country))
        {
            AddAll(record[1], Current[record[0]]);
            if (record.Length > 2)
            {
                foreach (var word in record[2].Split(' '))
                    Add(word, word[^1] is '旗' or '县' or '州' or '盟', Current[record[0]]);
            }
        }

        foreach (var record in LexiconFile.Records("former-places.tsv"))
        {
            var retired = string.CompareOrdinal(record[2], FirstYear) < 0;
            AddAll(record[1], retired ? Current[record[3]] : new Place(record[0], record[1], LevelOf(record[0])), former: true);
        }

        return [.. places.Select(p => new PlaceName(p.Key, p.Value.Full, ordinary.Contains(p.Key), [.. p.Value.Places.OrderBy(q => q.Level)]))];

        void AddAll(string name, Place place, bool former = false)
        {
            // A place that only changed its code keeps the new one under its name.
            if (former && places.TryGetValue(name, out var same) && same.Places.Exists(p => p.Code[..2] == place.Code[..2]))
                return;
            Add(name, full: true, place);
            foreach (var (text, full) in ShortForms.Of(name))
                Add(text, full, place);
        }

        void Add(string text, bool full, Place place)
        {
            if (!places.TryGetValue(text, out var entry))
                places[text] = entry = (full, []);
            if (!entry.Places.Contains(place))
                entry.Places.Add(place);
        }
    }
}
