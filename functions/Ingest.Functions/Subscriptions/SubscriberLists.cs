using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Subscriptions;
using Microsoft.VisualBasic.FileIO;

namespace Ingest.Functions.Subscriptions;

/// <summary>What came of a list of subscribers.</summary>
/// <param name="Added">Now active.</param>
/// <param name="Unchanged">Known already, or left before: a list never brings back who left.</param>
/// <param name="Problems">Lines that could not be taken, with what to do; without addresses.</param>
public sealed record ImportResult(int Added, int Unchanged, IReadOnlyList<string> Problems);

/// <summary>What an operator does with subscribers: <c>./ingest subscribers import|export|erase</c>.</summary>
public sealed class SubscriberLists(SubscribersTable subscribers, SubscriptionKeys keys, TimeProvider clock)
{
    private static readonly string[] Columns = ["address", "consented", "places", "categories", "least", "words", "cadence", "language"];

    /// <summary>Adds somebody who consented elsewhere (an imported list, a demonstration).</summary>
    /// <param name="address">Address.</param>
    /// <param name="choice">What they chose.</param>
    /// <param name="consentedAt">When they consented.</param>
    /// <param name="cancellationToken">Cancels between storage calls.</param>
    /// <returns>The id, and whether they are new: who is known already, or left, stays as they are.</returns>
    public async Task<(string Id, bool Added)> AddAsync(ReaderAddress address, Choice choice, DateTimeOffset consentedAt, CancellationToken cancellationToken)
    {
        var id = keys.IdOf(address);
        var now = clock.GetUtcNow();
        var added = false;
        await subscribers.ChangeAsync(
            id,
            known =>
            {
                added = known is null or { State: SubscriberState.Pending, ConsentedAt: null };
                return added
                    ? LifeCycle.Confirm(LifeCycle.Ask(null, id, address, choice, now), now) with { ConsentedAt = consentedAt }
                    : known;
            },
            cancellationToken);
        return (id, added);
    }

    /// <summary>
    /// Imports a CSV with the columns address and consented (a date), and if wanted places, categories (both codes parted by
    /// blanks), least (yuan), words (parted by blanks; any of them), cadence (weekly, daily, atonce), language (hans, hant, en).
    /// </summary>
    public async Task<ImportResult> ImportAsync(TextReader csv, CancellationToken cancellationToken)
    {
        using var parser = new TextFieldParser(csv) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        var header = parser.ReadFields() ?? [];
        var at = header.Select((name, i) => (name: name.TrimStart('\uFEFF').ToLowerInvariant(), i)).ToDictionary(c => c.name, c => c.i);
        if (!at.ContainsKey("address") || !at.ContainsKey("consented") || at.Keys.FirstOrDefault(c => !Columns.Contains(c)) is not null)
        {
            return new(0, 0, [$"The first line must name the columns address and consented, and may name {string.Join(", ", Columns[2..])}."]);
        }

        var (addedCount, unchanged) = (0, 0);
        var problems = new List<string>();
        while (!parser.EndOfData)
        {
            var line = parser.LineNumber;
            string[] fields;
            try
            {
                fields = parser.ReadFields() ?? [];
            }
            catch (MalformedLineException)
            {
                problems.Add($"Line {line}: the quotes don't close.");
                continue;
            }

            if (!TryRead(name => at.TryGetValue(name, out var i) && i < fields.Length ? fields[i] : "", out var address, out var consented, out var choice, out var problem))
            {
                problems.Add($"Line {line}: {problem}");
                continue;
            }

            var (_, added) = await AddAsync(address, choice, consented, cancellationToken);
            (addedCount, unchanged) = added ? (addedCount + 1, unchanged) : (addedCount, unchanged + 1);
        }

        return new(addedCount, unchanged, problems);
    }

    /// <summary>Everything that is kept about one address, as JSON, or null where nothing is.</summary>
    public async Task<string?> ExportAsync(ReaderAddress address, CancellationToken cancellationToken)
    {
        var subscriber = await subscribers.FindAsync(keys.IdOf(address), cancellationToken);
        return subscriber is null ? null : new JsonObject
        {
            ["id"] = subscriber.Id,
            ["address"] = subscriber.Address.Value,
            ["state"] = subscriber.State.ToString().ToLowerInvariant(),
            ["stateSince"] = subscriber.StateSince,
            ["askedAt"] = subscriber.AskedAt,
            ["consentedAt"] = subscriber.ConsentedAt,
            ["filter"] = subscriber.Filter.Canonical(),
            ["cadence"] = subscriber.Cadence.ToString().ToLowerInvariant(),
            ["language"] = subscriber.Language.ToString().ToLowerInvariant(),
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>Writes all readers who get digests as a CSV that <see cref="ImportAsync"/> takes, for a move to another account.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ExportAllAsync(TextWriter csv, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(csv);
        await csv.WriteLineAsync(string.Join(',', Columns));
        var count = 0;
        await foreach (var reader in subscribers.AllAsync(cancellationToken).Where(s => s.State == SubscriberState.Active))
        {
            string[] fields =
            [
                reader.Address.Value,
                (reader.ConsentedAt ?? reader.StateSince).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                string.Join(' ', reader.Filter.Places),
                string.Join(' ', reader.Filter.Categories.Select(c => c.Code())),
                reader.Filter.LeastYuan?.ToString(CultureInfo.InvariantCulture) ?? "",
                string.Join(' ', reader.Filter.Words),
                reader.Cadence.ToString().ToLowerInvariant(),
                reader.Language.ToString().ToLowerInvariant(),
            ];
            await csv.WriteLineAsync(string.Join(',', fields.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
            count++;
        }

        return count;
    }

    /// <summary>Forgets an address.</summary>
    /// <returns>False where it was not known.</returns>
    public Task<bool> EraseAsync(ReaderAddress address, CancellationToken cancellationToken) => subscribers.EraseAsync(keys.IdOf(address), cancellationToken);

    private bool TryRead(Func<string, string> field, out ReaderAddress address, out DateTimeOffset consented, out Choice choice, out string problem)
    {
        choice = Choice.Default;
        consented = default;
        problem = "";
        if (!ReaderAddress.TryParse(field("address"), out address))
        {
            problem = "the address is not one that mail can be delivered to.";
        }
        else if (!DateTimeOffset.TryParse(field("consented"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out consented) || consented > clock.GetUtcNow())
        {
            problem = "consented must be the day on which the reader agreed, e.g. 2026-11-01.";
        }
        else if (!TryReadChoice(field, out choice))
        {
            problem = "a choice is not understood; places are six digits, categories codes such as funds, cadence weekly, daily or atonce, language hans, hant or en.";
        }

        return problem.Length == 0;
    }

    private static bool TryReadChoice(Func<string, string> field, out Choice choice)
    {
        choice = Choice.Default;
        var (cadence, language, least) = (Cadence.Weekly, DigestLanguage.Hans, 0m);
        var categories = Words("categories").ConvertAll(Codes.ParseCategory);
        var places = Words("places");
        var ok = (field("cadence").Length == 0 || Enum.TryParse(field("cadence"), ignoreCase: true, out cadence))
            && (field("language").Length == 0 || Enum.TryParse(field("language"), ignoreCase: true, out language))
            && (field("least").Length == 0 || (decimal.TryParse(field("least"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out least) && least >= 0))
            && categories.TrueForAll(c => c is not null) && places.TrueForAll(p => p.Length == 6 && p.All(char.IsAsciiDigit));
        if (ok)
        {
            var filter = new DigestFilter { Places = places, Categories = [.. categories.OfType<Category>()], LeastYuan = least > 0 ? least : null, Words = Words("words") };
            choice = new(filter, cadence, language);
        }

        return ok;

        List<string> Words(string column) => [.. field(column).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
