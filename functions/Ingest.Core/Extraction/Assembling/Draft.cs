using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>A measure in the making: the clauses that state one act.</summary>
internal sealed class Draft(Clause first, Act act, IReadOnlyList<Actor> actors)
{
    /// <summary>Most acts are told in so many clauses.</summary>
    private const int MostlyClauses = 4;

    /// <summary>The clauses, in order.</summary>
    public List<Clause> Clauses { get; } = new(MostlyClauses) { first };

    /// <summary>Clauses of the same sentences that state nothing themselves but may name where the act took place.</summary>
    public List<Clause> Lead { get; } = [];

    /// <summary>The clause right behind, in its sentence, that states nothing itself but may name where it went (…,由专车送往某市); or null.</summary>
    public Clause? Trail { get; private set; }

    /// <summary>Whether a semicolon parts it from the act before.</summary>
    public bool OwnItem { get; init; }

    /// <summary>The act; the strongest of its clauses' acts.</summary>
    public Act Act { get; set; } = act;

    /// <summary>Who acts.</summary>
    public IReadOnlyList<Actor> Actors { get; set; } = actors;

    /// <summary>Where the passage begins: the first clause, or the clause that names the actor.</summary>
    public int Start { get; set; } = first.Start;

    /// <summary>Where the passage ends.</summary>
    public int End => Clauses[^1].End;

    /// <summary>When the act took place.</summary>
    public MeasureDate? Date { get; set; }

    /// <summary>Index in the scan of the date that the act has, or -1.</summary>
    public int DateIndex { get; set; } = -1;

    /// <summary>Notes a clause of the act's sentence that states no act: what an appeal asks for, and where something went.</summary>
    public void GoOn(Clause clause)
    {
        if (Clauses[^1].Sentence != clause.Sentence)
            return;
        // 发出倡议,号召劳模捐款捐物.
        if (Act.Category == Category.Publicity && clause.Mood == Mood.Urged && (clause.AllWords & WordClass.Donate) != 0)
            Act = new("donations-invited", Category.Donation, Weight.Full);
        if (Trail is null && End == clause.Start && clause.Subject.Count == 0 && clause.Mood == Mood.Told)
            Trail = clause;
    }
}
