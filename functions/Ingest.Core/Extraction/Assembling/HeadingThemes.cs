using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>The services that section headings speak of: 搭建技能提升平台 → training.</summary>
internal sealed class HeadingThemes(DocumentOutline outline)
{
    private (int Article, int Section, Category? Theme) _known = (-1, -1, null);

    /// <summary>The category that the heading over a sentence names, if it is a service.</summary>
    public Category? ThemeOf(Sentence sentence)
    {
        if (_known.Article != sentence.Article || _known.Section != sentence.Section)
            _known = (sentence.Article, sentence.Section, Read(sentence));
        return _known.Theme;
    }

    /// <summary>Under a heading that speaks of training or jobs, subsidies are a part of that and no relief money.</summary>
    public Act Under(Clause clause, Act funds) =>
        funds.Rule is "money-given" or "money-opening" && clause.Is(WordClass.Give | WordClass.Issue) && !clause.Is(WordClass.Funds | WordClass.AnyGoods) && clause.HasMoney
            && ThemeOf(outline.Sentences[clause.Sentence]) is { } theme
            ? funds with { Rule = "money-under-heading", Category = theme, Weight = Weight.Full }
            : funds;

    private Category? Read(Sentence sentence)
    {
        if (outline.Articles.Count <= sentence.Article || outline.Articles[sentence.Article].Sections.Count <= sentence.Section)
            return null;
        foreach (var heading in outline.Articles[sentence.Article].Sections[sentence.Section].Headings)
        {
            for (var at = heading.Start; at < heading.End;)
            {
                var word = WordBook.Standard.LongestAt(outline.Text, at);
                if ((word?.Theme ?? word?.Field) is >= Category.Psych and < Category.Policy and var theme)
                    return theme;
                at += word?.Text.Length ?? 1;
            }
        }

        return null;
    }
}
