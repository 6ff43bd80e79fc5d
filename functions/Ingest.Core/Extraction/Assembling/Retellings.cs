namespace Ingest.Core.Extraction.Assembling;

/// <summary>Leaves out what a document tells twice: the first statement counts, a later one that adds no fact is dropped.</summary>
internal static class Retellings
{
    private const int LeadLength = 400;
    private const int ShortLength = 16;

    /// <summary>A number of goods by which one knows them under another name (1300份蔬菜, 1300份礼包).</summary>
    private const int Telling = 100;

    /// <summary>Fewer than these may be counted twice in a text by chance (六件实事, 6家景区).</summary>
    private const int FewestTelling = 10;

    /// <summary>The measures without those that only repeat an earlier one.</summary>
    public static List<Measure> Remove(IEnumerable<Measure> measures)
    {
        var seen = new Dictionary<(Category Category, string Orgs), List<Measure>>();
        var kept = new List<Measure>();
        foreach (var measure in measures)
        {
            var key = (measure.Category, string.Join(',', measure.Orgs));
            if (!seen.TryGetValue(key, out var earlier))
                seen.Add(key, earlier = []);
            if (HasFacts(measure) ? Tells(earlier, measure) : measure.Rule == "field-with-number")
                continue;
            if (earlier.Count < 64)
                earlier.Add(measure);
            kept.Add(measure);
        }

        kept.RemoveAll(m => IsSummary(m, kept));
        for (var i = kept.Count - 1; i > 0; i--)
        {
            if (kept[i].Date is null && kept[i].Money.Count > 0 && IsToldBefore(kept[i], kept, i))
                kept.RemoveAt(i);
        }

        if (kept.Count > 1 && IsOpeningVisit(kept[0], kept[1]) && kept.Exists(static m => m.Category is Category.Funds or Category.Supplies))
            kept.RemoveAt(0);
        for (var i = kept.Count - 2; i >= 0; i--)
        {
            if (!IsHeadline(kept[i], kept[i + 1]) && !IsLeadIn(kept[i], kept[i + 1]))
                continue;
            kept[i + 1] = kept[i + 1] with { Date = kept[i + 1].Date ?? kept[i].Date };
            kept.RemoveAt(i);
        }

        return kept;
    }

    /// <summary>A thin statement at the head of a text whose every figure comes again, with more, further down.</summary>
    private static bool IsSummary(Measure measure, List<Measure> all) =>
        measure.Span.Start <= LeadLength && HasFacts(measure) && ComesAgain(measure, all);

    private static bool ComesAgain(Measure measure, List<Measure> all)
    {
        var figures = Figures(measure);
        var later = all.Where(m => m.Span.Start > measure.Span.Start && SameOrgs(m.Orgs, measure.Orgs) && Figures(m).Exists(figures.Contains)).ToList();
        return later.Count > 0 && (measure.Money.Count > 0 || figures.Exists(static f => f.Value >= FewestTelling)) && figures.TrueForAll(f => later.Exists(m => Figures(m).Contains(f)))
            && (later.Sum(static m => Figures(m).Count) > figures.Count || (measure.Date is null && later.Exists(static m => m.Date is not null)));
    }

    /// <summary>The same sums and counts as at the head of the text, told again as something else.</summary>
    private static bool IsToldBefore(Measure measure, List<Measure> all, int at)
    {
        for (var i = 0; i < at && all[i].Span.Start <= LeadLength; i++)
        {
            if (SameOrgs(all[i].Orgs, measure.Orgs) && Figures(measure).TrueForAll(Figures(all[i]).Contains))
                return true;
        }

        return false;
    }

    /// <summary>A few words without a figure right before the same act told in full.</summary>
    private static bool IsHeadline(Measure measure, Measure next) =>
        measure.Span.Length <= ShortLength && measure.Date is null && !HasFacts(measure) && next.Category == measure.Category
        && SameOrgs(next.Orgs, measure.Orgs) && next.Span.Start - measure.Span.End < LeadLength / 4;

    /// <summary>某市总工会迅速行动,慰问一线职工: sums up, at the head of a text, the gifts that it goes on to tell of.</summary>
    private static bool IsOpeningVisit(Measure measure, Measure next) =>
        measure.Category == Category.Visit && !HasFacts(measure) && (measure.Date is null || (measure.Date == next.Date && SameOrgs(measure.Orgs, next.Orgs) && next.Category is Category.Funds or Category.Supplies));

    /// <summary>开展慰问活动: announces what the same actor is then said to have given.</summary>
    private static bool IsLeadIn(Measure measure, Measure next) =>
        measure.Category is Category.Visit or Category.Funds && measure.People.Count == 0 && !HasFacts(measure)
        && next.Category is Category.Funds or Category.Supplies && (measure.Category == Category.Visit || (next.Category == Category.Funds && HasFacts(next))) && (next.Date is null || next.Date == measure.Date)
        && SameOrgs(next.Orgs, measure.Orgs) && next.Span.Start - measure.Span.End < LeadLength / 2;

    /// <summary>The same actors; 某区某街道总工会 is 某街道总工会 further down.</summary>
    private static bool SameOrgs(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var same = one.Count == other.Count;
        for (var i = 0; same && i < one.Count; i++)
            same = one[i].EndsWith(other[i], StringComparison.Ordinal) || other[i].EndsWith(one[i], StringComparison.Ordinal);
        return same;
    }

    /// <summary>The figures of a measure, with their units where they are small: 300 yuan are not 300 people, and 20 firms not 20 streets.</summary>
    private static List<(string Unit, decimal Value)> Figures(Measure measure)
    {
        var figures = new List<(string Unit, decimal Value)>();
        foreach (var money in measure.Money)
            figures.Add(("元", money.Cny));
        foreach (var item in measure.Items)
            figures.Add(Figure(item.Unit, item.Quantity));
        foreach (var number in measure.Numbers)
            figures.Add(Figure(number.Unit, number.Amount));
        foreach (var group in measure.People)
        {
            if (group.Count is { } people)
                figures.Add(Figure("人", people));
        }

        return figures;
    }

    private static (string Unit, decimal Value) Figure(string? unit, decimal value) => (value >= Telling ? "" : unit is "名" or "位" ? "人" : unit ?? "", value);

    private static bool Tells(List<Measure> earlier, Measure measure)
    {
        foreach (var first in earlier)
        {
            if (Retells(first, measure))
                return true;
        }

        return false;
    }

    private static bool Retells(Measure first, Measure later) =>
        (later.Date is null || later.Date == first.Date)
        && AllTold(first.Money, later.Money, static (f, m) => f.Cny == m.Cny)
        && AllTold(first.Items, later.Items, static (f, i) => f.Quantity == i.Quantity && (SameGoods(f.Name, i.Name) || (f.Quantity >= Telling && f.Unit == i.Unit)))
        && AllTold(first.Numbers, later.Numbers, static (f, n) => f.Amount == n.Amount)
        && AllTold(first.People, later.People, static (f, p) => f.Count == p.Count, static p => p.Count is not null);

    /// <summary>Whether each fact told later, of those that count, was told at first.</summary>
    private static bool AllTold<T>(IReadOnlyList<T> first, IReadOnlyList<T> later, Func<T, T, bool> same, Func<T, bool>? counts = null)
    {
        for (var i = 0; i < later.Count; i++)
        {
            var told = counts is not null && !counts(later[i]);
            for (var k = 0; !told && k < first.Count; k++)
                told = same(first[k], later[i]);
            if (!told)
                return false;
        }

        return true;
    }

    /// <summary>蔬菜礼包 and 爱心礼包: what goods are called at their end tells what they are.</summary>
    private static bool SameGoods(string first, string later) =>
        first.AsSpan(Math.Max(0, first.Length - 2)).SequenceEqual(later.AsSpan(Math.Max(0, later.Length - 2)));

    private static bool HasFacts(Measure measure)
    {
        var facts = measure.Money.Count + measure.Items.Count + measure.Numbers.Count > 0;
        for (var i = 0; !facts && i < measure.People.Count; i++)
            facts = measure.People[i].Count is not null;
        return facts;
    }
}
