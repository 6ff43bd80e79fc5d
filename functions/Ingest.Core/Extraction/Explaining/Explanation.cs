using System.Globalization;
using System.Text;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Assembling;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Explaining;

/// <summary>Shows a person why the extractor read a report as it did: every clause with its tokens, its mood, its subject, the rule that took it and how sure the measure is.</summary>
public static class Explanation
{
    /// <summary>The explanation as plain text for a terminal, one block a sentence.</summary>
    /// <param name="report">The report as read.</param>
    /// <param name="cancellationToken">Stops between stages.</param>
    public static string Write(ReportText report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var clauses = new List<Clause>();
        var reading = ReportReading.Of(report, cancellationToken);
        var drafts = reading.Drafts(clauses, cancellationToken).ToList();
        var writer = new MeasureWriter(reading);
        double[] sure = [.. drafts.Select(d => writer.Write(d).Confidence)];
        var text = new StringBuilder();
        var draftOf = drafts.SelectMany((d, i) => d.Clauses.Select(c => (c, i))).ToDictionary(p => p.c, p => p.i);
        var sentence = -1;
        foreach (var clause in clauses)
        {
            if (clause.Sentence != sentence)
            {
                sentence = clause.Sentence;
                var span = reading.Outline.Sentences[sentence].Span;
                var original = reading.Normal.ToOriginal(span.Start, span.End);
                text.Append('\n').Append('[').Append(original.Start).Append('–').Append(original.End).Append("]\n");
            }

            WriteClause(text, reading, clause, draftOf.TryGetValue(clause, out var draft) ? draft : -1, drafts, sure);
        }

        return text.ToString();
    }

    private static void WriteClause(StringBuilder text, ReportReading reading, Clause clause, int draft, List<Draft> drafts, double[] sure)
    {
        text.Append(draft >= 0 ? "● " : "  ").Append(reading.Normal.Text.AsSpan(clause.Start, clause.End - clause.Start).Trim()).Append('\n');
        text.Append("    ").Append(Name(clause.Mood));
        if (clause.Subject.Count > 0)
            text.Append("  主体 ").AppendJoin('、', clause.Subject.Select(a => a.Name));
        if (draft >= 0)
        {
            var act = drafts[draft].Act;
            text.Append("  举措 ").Append(draft + 1).Append(' ').Append(act.Category.ChineseName()).Append(" (").Append(act.Rule).Append(')');
            text.Append(CultureInfo.InvariantCulture, $"  把握 {sure[draft]:0.00}").Append(sure[draft] < Confidence.Least ? ",不取" : "");
        }

        text.Append("\n    ");
        foreach (var token in clause.Tokens)
        {
            if (token.Kind != TokenKind.Mark)
                text.Append(reading.Normal.Text.AsSpan(token.Start, token.End - token.Start)).Append('/').Append(Meaning(token)).Append(' ');
        }

        text.Append('\n');
    }

    private static string Meaning(Token token)
    {
        if (token.Kind != TokenKind.Word)
            return Enum.GetName(token.Kind) ?? "";
        var word = token.Word!;
        var theme = word.Theme?.ToString() ?? (word.Field is { } field ? field + "?" : null);
        return theme is null ? word.Class.ToString() : word.Class == WordClass.Plain ? theme : $"{word.Class}, {theme}";
    }

    private static string Name(Mood mood) => mood switch
    {
        Mood.Told => "陈述",
        Mood.Background => "背景",
        Mood.Planned => "文件内容",
        Mood.Urged => "要求",
        _ => "讲话",
    };
}
