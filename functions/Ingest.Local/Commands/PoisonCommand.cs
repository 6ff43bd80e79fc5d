using System.CommandLine;
using System.Globalization;
using Ingest.Functions.Operations;
using Spectre.Console;

namespace Ingest.Local.Commands;

/// <summary><c>poison list|show|replay</c>: messages that failed every try.</summary>
internal static class PoisonCommand
{
    public static Command Create()
    {
        var data = HostOptions.DataOption();
        data.Recursive = true;
        var list = new Command("list", "List the oldest messages of every poison queue.");
        list.SetAction((parsed, token) => WithMessagesAsync(parsed.GetRequiredValue(data), messages => ListAsync(messages, token), token));

        var id = new Argument<string>("MESSAGE") { Description = "Id of the message, from the list." };
        var show = new Command("show", "Print what a message says.") { id };
        show.SetAction((parsed, token) => WithMessagesAsync(parsed.GetRequiredValue(data), messages => ShowAsync(messages, parsed.GetRequiredValue(id), token), token));

        var some = new Argument<string?>("MESSAGE") { Description = "Id of one message; all by default.", Arity = ArgumentArity.ZeroOrOne };
        var replay = new Command("replay", "Do messages again, after their cause is mended.") { some };
        replay.SetAction((parsed, token) => WithMessagesAsync(parsed.GetRequiredValue(data), messages => ReplayAsync(messages, parsed.GetValue(some), token), token));

        var command = new Command("poison", "List, show or replay messages that failed five times.") { list, show, replay };
        command.Options.Add(data);
        return command;
    }

    private static async Task<int> WithMessagesAsync(DirectoryInfo data, Func<PoisonMessages, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var services = await OperatorServices.OpenAsync(data.FullName, cancellationToken);
        return await work(services.Get<PoisonMessages>());
    }

    private static async Task<int> ListAsync(PoisonMessages messages, CancellationToken cancellationToken)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("queue", "message", "put aside (UTC)");
        await foreach (var message in messages.ListAsync(cancellationToken))
        {
            table.AddRow(new Text(message.Queue), new Text(message.Id), new Text(message.PutAside.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)));
        }

        if (table.Rows.Count == 0)
        {
            Terminal.Line($"No poison: nothing failed every try.");
            return 0;
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<int> ShowAsync(PoisonMessages messages, string id, CancellationToken cancellationToken)
    {
        if (await messages.ListAsync(cancellationToken).FirstOrDefaultAsync(message => message.Id == id, cancellationToken) is not { } found)
        {
            await Terminal.ErrorAsync($"there is no message {id} among the oldest of the poison queues; `./ingest poison list` names them.");
            return 1;
        }

        Console.WriteLine(found.Content);
        return 0;
    }

    private static async Task<int> ReplayAsync(PoisonMessages messages, string? id, CancellationToken cancellationToken)
    {
        var replayed = await messages.ReplayAsync(id, cancellationToken);
        foreach (var (message, reason) in replayed.Failures)
        {
            await Terminal.ErrorAsync($"{message} failed again: {reason}");
        }

        if (id is not null && replayed is { Done: 0, Failures.Count: 0 })
        {
            await Terminal.ErrorAsync($"there is no message {id}; one that is being replayed elsewhere is out of sight for five minutes.");
            return 1;
        }

        Terminal.Line($"{replayed.Done} done, {replayed.Failures.Count} failed again");
        return replayed.Failures.Count == 0 ? 0 : 1;
    }
}
