using System.CommandLine;
using System.Diagnostics;
using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Digests;
using Spectre.Console;

namespace Ingest.Local.Commands;

/// <summary><c>digest</c>: looks at a digest without sending it.</summary>
internal static class DigestCommand
{
    public static Command Create()
    {
        var data = HostOptions.DataOption();
        var week = new Option<string?>("--week") { Description = "Week or day, e.g. 2026-W47 or 2026-11-22; this week by default." };
        var subscriber = new Option<string?>("--subscriber") { Description = "A reader's address, for the choices made there; everything by default." };
        var open = new Option<bool>("--open") { Description = "Open the page in a browser." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say who would get how many measures." };
        var command = new Command("digest", "Preview a digest, or say who would get what; nothing is sent.") { week, subscriber, open, dryRun, data };
        command.SetAction(async (parsed, token) =>
        {
            var window = Window(parsed.GetValue(week));
            await using var services = await OperatorServices.OpenAsync(parsed.GetRequiredValue(data).FullName, token);
            var preview = services.Get<DigestPreview>();
            return parsed.GetValue(dryRun)
                ? await DryRunAsync(preview, window, token)
                : await PreviewAsync(preview, window, parsed.GetValue(subscriber), parsed.GetValue(open), token);
        });
        return command;
    }

    private static DigestWindow Window(string? id)
    {
        if (id is null)
        {
            return DigestWindow.Week(DigestWindow.DayOf(DateTimeOffset.UtcNow));
        }

        return DigestWindow.TryParse(id, out var window) ? window : throw new ToolException($"'{id}' is no week or day; write 2026-W47 or 2026-11-22.");
    }

    private static async Task<int> PreviewAsync(DigestPreview preview, DigestWindow window, string? address, bool open, CancellationToken cancellationToken)
    {
        if (await preview.RenderAsync(window, await ChoiceAsync(preview, address, cancellationToken), cancellationToken) is not { } digest)
        {
            Terminal.Line($"Nothing new in {window.Id}: nothing would be sent.");
            return 0;
        }

        var file = Path.Combine(Checkout.LocalFolder, "preview", $"{window.Id}.html");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, digest.Html, cancellationToken);
        Terminal.Line($"[bold]{digest.Subject}[/]");
        Console.WriteLine(digest.Text);
        Terminal.Line($"{Path.GetRelativePath(Environment.CurrentDirectory, file)}");
        if (open)
        {
            Process.Start(new ProcessStartInfo(file) { UseShellExecute = true })?.Dispose();
        }

        return 0;
    }

    private static async Task<Choice> ChoiceAsync(DigestPreview preview, string? address, CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return Choice.Default;
        }

        return ReaderAddress.TryParse(address, out var reader) && await preview.ChoiceOfAsync(reader, cancellationToken) is { } choice
            ? choice
            : throw new ToolException("nobody is subscribed with this address.");
    }

    private static async Task<int> DryRunAsync(DigestPreview preview, DigestWindow window, CancellationToken cancellationToken)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("reader", "choice", "language").AddColumn("measures", column => column.RightAligned());
        await foreach (var (id, filter, language, measures) in preview.DryRunAsync(window, cancellationToken))
        {
            table.AddRow(new Text(id), new Text(filter.Canonical()), new Text(language.ToString()), new Text(measures.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        AnsiConsole.Write(table);
        Terminal.Line($"[grey]Readers of {window.Id}; none is sent a digest without measures.[/]");
        return 0;
    }
}
