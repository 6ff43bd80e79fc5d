using System.CommandLine;
using Ingest.Local.Rehearsing;

namespace Ingest.Local.Commands;

/// <summary><c>rehearse</c>: what a deployment would bring, looked at and run on this machine.</summary>
internal static class RehearseCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("folder")
        {
            Description = "Output of `dotnet publish functions/Ingest.Functions -c Release -o FOLDER`; published anew if not given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("rehearse", "Check the published app for what Azure expects, and run it on Azurite for one full cycle.") { folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var published = parsed.GetValue(folder)?.FullName ?? await Rehearsal.PublishAsync(cancellationToken);
            Terminal.Line($"{published}");
            var checks = Rehearsal.Check(published);
            foreach (var check in checks)
            {
                Terminal.Line($"  {Mark(check)} {check.Text}");
            }

            var code = checks.Any(check => check.Holds is false) ? 1 : await Rehearsal.RunCycleAsync(published, cancellationToken);
            Terminal.Line($"{(code == 0 ? "The rehearsal went well." : "The rehearsal failed: mend what is said above before you deploy.")}");
            return code;
        });
        return command;
    }

    private static string Mark(FolderCheck check) => check.Holds switch { true => "ok", false => "NO", null => "--" };
}
