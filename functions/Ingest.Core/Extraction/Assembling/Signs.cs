namespace Ingest.Core.Extraction.Assembling;

/// <summary>What a passage shows by which one may tell whether it states a measure. The names are those of <c>confidence.tsv</c>.</summary>
[Flags]
internal enum Signs
{
    /// <summary>Nothing.</summary>
    None = 0,

    // What was written down of it.
    /// <summary>It has a day or period.</summary>
    Dated = 1 << 0,
    /// <summary>It states an amount of money.</summary>
    Money = 1 << 1,
    /// <summary>It states goods with a number.</summary>
    Items = 1 << 2,
    /// <summary>It counts who is helped.</summary>
    People = 1 << 3,
    /// <summary>It names who is helped, without a number.</summary>
    Group = 1 << 4,
    /// <summary>It states another number.</summary>
    Numbers = 1 << 5,
    /// <summary>It has neither a figure nor a day, and none of its clauses names who acted.</summary>
    BareAndUnnamed = 1 << 6,
    /// <summary>Something is given, without a figure or a day.</summary>
    BareGift = 1 << 7,

    // Who acted.
    /// <summary>A union acted.</summary>
    Union = 1 << 8,
    /// <summary>All unions of a place acted.</summary>
    Collective = 1 << 9,
    /// <summary>A party, government or public body acted.</summary>
    Public = 1 << 10,
    /// <summary>A person acted.</summary>
    Person = 1 << 11,
    /// <summary>Members or staff give.</summary>
    Members = 1 << 12,
    /// <summary>The actor is named by officials of it.</summary>
    Officials = 1 << 13,
    /// <summary>One of its clauses names who acted.</summary>
    Subject = 1 << 14,
    /// <summary>Its sentence names who acts.</summary>
    Stands = 1 << 15,

    // What it is about.
    /// <summary>A word of it speaks for its category.</summary>
    Theme = 1 << 16,
    /// <summary>A word of it names its field.</summary>
    Field = 1 << 17,
    /// <summary>It names an activity or text in marks.</summary>
    Named = 1 << 18,
    /// <summary>Only the name in marks says what it is about.</summary>
    NameOnly = 1 << 19,
    /// <summary>It says for whom.</summary>
    For = 1 << 20,
    /// <summary>It is a clause of a notice or plan.</summary>
    Planned = 1 << 21,

    // How it stands in the text.
    /// <summary>It is a single clause.</summary>
    OneClause = 1 << 22,
    /// <summary>It has at most sixteen characters.</summary>
    Short = 1 << 23,
    /// <summary>It stands among the first 120 characters of a text of more than 400, where a lead tells in short what follows.</summary>
    Early = 1 << 24,
}
