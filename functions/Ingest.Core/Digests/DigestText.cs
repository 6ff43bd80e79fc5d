using System.Text;

namespace Ingest.Core.Digests;

/// <summary>Sets a digest as plain text: the same words as the HTML, links written out.</summary>
internal static class DigestText
{
    public static string Set(DigestView view)
    {
        var text = new StringBuilder();
        text.Append(view.Title).Append('\n').Append(view.Period).Append("\n\n").Append(view.Headline).Append("\n\n");
        foreach (var tile in view.Tiles)
        {
            text.Append(view.Lang == "en" ? $"{tile.Label}: {tile.Value}" : $"{tile.Label}\uFF1A{tile.Value}").Append(tile.Compared.Length == 0 ? "" : view.Lang == "en" ? $" ({tile.Compared})" : $"\uFF08{tile.Compared}\uFF09").Append('\n');
        }

        if (view.Bars.Count > 1)
        {
            text.Append("\n== ").Append(view.BarsHeading).Append(" ==\n");
            foreach (var bar in view.Bars)
            {
                text.Append("· ").Append(bar.Name).Append("  ").Append(bar.Now).Append(bar.Before is null ? "" : "  " + bar.Before).Append('\n');
            }

            text.Append(view.MoreBars is null ? "" : view.MoreBars + "\n");
        }

        foreach (var section in view.Sections)
        {
            text.Append("\n== ").Append(section.Name).Append("  ").Append(section.Summary).Append(" ==\n");
            foreach (var kind in section.Kinds)
            {
                text.Append("\n[").Append(kind.Name).Append("]\n");
                foreach (var line in kind.Lines)
                {
                    text.Append("· ").Append(line.Sentence).Append("\n  ").Append(line.Source).Append("  ").Append(line.Link.Text).Append("\n  ").Append(line.Link.Url).Append('\n');
                }
            }

            text.Append(section.More is { } rest ? $"\n{rest.Text}\n{rest.Url}\n" : "");
        }

        text.Append(view.More is { } more ? $"\n{more.Text}\n{more.Url}\n" : "").Append("\n--\n");
        foreach (var note in view.Notes)
        {
            text.Append(note).Append('\n');
        }

        foreach (var link in view.Links)
        {
            text.Append(link.Text).Append('\n').Append(link.Url).Append('\n');
        }

        return text.ToString();
    }
}
