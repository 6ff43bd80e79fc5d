using System.CommandLine;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Subscriptions;

namespace Ingest.Local.Commands;

/// <summary><c>subscribers import|export|erase</c>: what an operator does with personal data.</summary>
internal static class SubscribersCommand
{
    public static Command Create()
    {
        var data = HostOptions.DataOption();
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with the columns address, consented and, if wanted, places, categories, least, words, cadence, language." }.AcceptExistingOnly();
        var import = new Command("import", "Add readers who agreed elsewhere.") { file };
        import.SetAction((parsed, token) => WithListsAsync(parsed.GetRequiredValue(data), lists => ImportAsync(lists, parsed.GetRequiredValue(file), token), token));

        var address = new Argument<string>("ADDRESS") { Description = "The reader's mail address." };
        var one = new Argument<string?>("ADDRESS") { Description = "The reader's mail address.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<FileInfo?>("--all") { Description = "Write every reader who gets digests into this CSV, which import takes." };
        var export = new Command("export", "Print everything that is kept about a reader, as JSON.") { one, all };
        export.Validators.Add(result =>
        {
            if ((result.GetValue(one) is null) == (result.GetValue(all) is null))
            {
                result.AddError("Name one ADDRESS, or --all FILE.");
            }
        });
        export.SetAction((parsed, token) => WithListsAsync(
            parsed.GetRequiredValue(data),
            lists => parsed.GetValue(all) is { } csv ? ExportAllAsync(lists, csv, token) : ExportAsync(lists, parsed.GetRequiredValue(one)!, token),
            token));
        var erase = new Command("erase", "Forget a reader; counts of sent digests stay.") { address };
        erase.SetAction((parsed, token) => WithListsAsync(parsed.GetRequiredValue(data), lists => EraseAsync(lists, parsed.GetRequiredValue(address), token), token));

        var command = new Command("subscribers", "Import, export or erase readers.") { import, export, erase };
        data.Recursive = true;
        command.Options.Add(data);
        return command;
    }

    private static async Task<int> WithListsAsync(DirectoryInfo data, Func<SubscriberLists, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var services = await OperatorServices.OpenAsync(data.FullName, cancellationToken);
        return await work(services.Get<SubscriberLists>());
    }

    private static async Task<int> ImportAsync(SubscriberLists lists, FileInfo file, CancellationToken cancellationToken)
    {
        using var csv = file.OpenText();
        var result = await lists.ImportAsync(csv, cancellationToken);
        foreach (var problem in result.Problems)
        {
            await Terminal.ErrorAsync(problem);
        }

        Terminal.Line($"{result.Added} added, {result.Unchanged} unchanged, {result.Problems.Count} lines refused");
        return result.Problems.Count == 0 ? 0 : 1;
    }

    private static async Task<int> ExportAsync(SubscriberLists lists, string address, CancellationToken cancellationToken)
    {
        if (await lists.ExportAsync(Parse(address), cancellationToken) is not { } json)
        {
            return await UnknownAsync();
        }

        Console.WriteLine(json);
        return 0;
    }

    private static async Task<int> ExportAllAsync(SubscriberLists lists, FileInfo file, CancellationToken cancellationToken)
    {
        await using var csv = file.CreateText();
        Terminal.Line($"{await lists.ExportAllAsync(csv, cancellationToken)} readers → {file.FullName}");
        return 0;
    }

    private static async Task<int> EraseAsync(SubscriberLists lists, string address, CancellationToken cancellationToken)
    {
        if (!await lists.EraseAsync(Parse(address), cancellationToken))
        {
            return await UnknownAsync();
        }

        Terminal.Line($"erased");
        return 0;
    }

    private static async Task<int> UnknownAsync()
    {
        await Terminal.ErrorAsync("nothing is kept about this address.");
        return 1;
    }

    private static ReaderAddress Parse(string address) =>
        ReaderAddress.TryParse(address, out var parsed) ? parsed : throw new ToolException("that is not a mail address.");
}
