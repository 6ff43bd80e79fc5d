using System.Globalization;
using Ingest.Core.Extraction;

namespace Ingest.Core.Digests;

/// <summary>English; the names of bodies, places and goods stay Chinese.</summary>
internal sealed class EnglishWords : IDigestWords
{
    private static readonly string[] Kinds =
    [
        "Funds", "Supplies", "Visits", "Donations", "Care for families", "Counselling", "Employment", "Training and contests", "Rights and legal aid",
        "Help for companies", "Mutual aid and insurance", "Volunteering", "Stations and facilities", "Rest and recuperation", "Information", "Culture and sport",
        "Awards", "Consumption support", "Plans and policies",
    ];

    public string Lang => "en";

    public string ByKind => "By kind";

    public string UnknownPlace => "Place unknown";

    public string Nationwide => "Nationwide";

    public string OnTheWeb => "Read on the web";

    public string Preferences => "Preferences";

    public string Unsubscribe => "Unsubscribe";

    public string Passage => "See the passage";

    public string Title(DigestWindow window) => window.Cadence switch
    {
        Cadence.Weekly => "Relief measures weekly",
        Cadence.Daily => "Relief measures daily",
        _ => "New relief measures",
    };

    public string Period(DigestWindow window)
    {
        var (first, last) = (Day(window.FirstDay), Day(window.LastDay));
        return window.Cadence == Cadence.Weekly ? $"{first} to {last}, week {ISOWeek.GetWeekOfYear(window.FirstDay.ToDateTime(default))}" : last;
    }

    public string Subject(Digest digest) =>
        $"{Title(digest.Window)}: {Measures(digest.Totals.Measures)}" + string.Concat(Sums(digest.Totals).Take(2).Select(s => ", " + s));

    public string Headline(Digest digest)
    {
        var totals = digest.Totals;
        var sums = Sums(totals);
        return $"{Measures(totals.Measures)} by {Compared.Number(totals.Orgs)} {(totals.Orgs == 1 ? "body" : "bodies")}"
            + (totals.Places > 1 ? $" in {totals.Places} places" : "")
            + (sums.Count > 0 ? "; " + string.Join(", ", sums) : "")
            + (digest.Before is { } before ? $". {Earlier(digest.Window)}: {Compared.Number(before.Measures)}." : ".");
    }

    public IReadOnlyList<DigestTile> Tiles(Digest digest)
    {
        var (now, then) = (digest.Totals, digest.Before);
        var tiles = new List<DigestTile> { new("New measures", Compared.Number(now.Measures), then is null ? "" : $"{Earlier(digest.Window)}: {Compared.Number(then.Measures)}") };
        Add("Allocated", now.Allocated, then?.Allocated);
        Add("Raised", now.Raised, then?.Raised);
        Add("Paid back", now.Recovered, then?.Recovered);
        Add("Goods", now.Goods, then?.Goods);
        return [.. tiles.Take(3)];

        void Add(string label, decimal yuan, decimal? before)
        {
            if (yuan > 0)
            {
                tiles.Add(new(label, Digests.Figures.English(yuan), before is { } b ? $"{Earlier(digest.Window)}: {Digests.Figures.English(b)}" : ""));
            }
        }
    }

    public string BarsKey => "Thick bars: number of measures now. Thin bars: the issue before.";

    public string Kind(Category category) => Kinds[(int)category];

    public string Figures(DigestTotals totals) => Compared.Number(totals.Measures) + (totals.Yuan > 0 ? ", " + Digests.Figures.English(totals.Yuan) : "");

    public string Before(DigestTotals totals) => $"before: {Compared.Number(totals.Measures)}";

    public string More(int count) => $"{Compared.Number(count)} more on the web";

    public string MoreKinds(int kinds, int measures) => $"{kinds} more {(kinds == 1 ? "kind" : "kinds")}: {Compared.Number(measures)}";

    public string MoreOfPlace(int count) => $"{Compared.Number(count)} more on the web";

    public IReadOnlyList<string> Notes(DigestWindow window) =>
    [
        "Sums count each measure once and leave out parts of a total, running totals and rates for each person.",
        window.Cadence switch
        {
            Cadence.Weekly => "You subscribed to this weekly digest of measures first seen in the week before; it is not sent when there is nothing new.",
            Cadence.Daily => "You subscribed to this daily digest of measures first seen the day before; it is not sent when there is nothing new.",
            _ => "You subscribed to new measures as they arrive.",
        },
    ];

    public string Sentence(Measure measure, int year)
    {
        var parts = new List<string>();
        parts.AddRange(MeasureMoney.Main(measure).Select(m => Role(m.Role) + " " + Digests.Figures.English(m.Cny)));
        parts.AddRange(measure.Money.Where(m => m.Role == MoneyRole.PerPerson).Select(m => Digests.Figures.English(m.Cny) + " each"));
        parts.AddRange(measure.Items.Take(4).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Name} {i.Quantity:#,0.##} {i.Unit}")));
        if (measure.People.Count > 0)
        {
            parts.Add("for " + string.Join("、", measure.People.Take(3).Select(p => p.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {p.Group}") : p.Group)));
        }

        var date = measure.Date is { } day ? (day.First == day.Last ? Day(day.First) : $"{Day(day.First)} to {Day(day.Last)}") + ": " : "";
        var what = parts.Count > 0 ? string.Join(", ", parts) : MeasureSentence.Chinese(measure with { Date = null, Orgs = [] }, year);
        return $"{date}{string.Join("、", measure.Orgs)} — {Kind(measure.Category)}: {what.TrimEnd('。')}.";
    }

    private static string Role(MoneyRole role) => role switch { MoneyRole.Raised => "raised", MoneyRole.Recovered => "paid back", MoneyRole.GoodsValue => "goods worth", _ => "allocated" };

    private static string Measures(int count) => count == 1 ? "1 new measure" : $"{Compared.Number(count)} new measures";

    private static string Earlier(DigestWindow window) => window.Cadence == Cadence.Weekly ? "Week before" : "Day before";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static List<string> Sums(DigestTotals totals)
    {
        var sums = new List<string>(4);
        Add("allocated", totals.Allocated);
        Add("raised", totals.Raised);
        Add("paid back", totals.Recovered);
        Add("in goods", totals.Goods);
        return sums;

        void Add(string what, decimal yuan)
        {
            if (yuan > 0)
            {
                sums.Add($"{Digests.Figures.English(yuan)} {what}");
            }
        }
    }
}
