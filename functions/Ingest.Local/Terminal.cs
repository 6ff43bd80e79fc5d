using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Ingest.Local;

/// <summary>Where commands speak to people.</summary>
internal static class Terminal
{
    // Spectre cuts tables to 80 columns where there is no terminal; files and pipes have room.
    private const int WidthOfFiles = 160;

    /// <summary>Prepares the console: UTF-8, and room where nobody's window limits it.</summary>
    public static void Prepare()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfFiles;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }
    }

    /// <summary>One line; the text may hold Spectre's markup, the values may hold anything.</summary>
    public static void Line(FormattableString text) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, text);

    /// <summary>One line on standard error.</summary>
    public static Task ErrorAsync(string text) => Console.Error.WriteLineAsync($"ingest: {text}");
}
