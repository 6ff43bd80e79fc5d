using System.ComponentModel;
using System.Diagnostics;

namespace Ingest.Local;

/// <summary>Runs other programs: npm, dotnet, apt-get.</summary>
internal static class Tool
{
    /// <summary>Runs a program that talks to this terminal.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> command, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(command, folder, quiet: false);
        await WaitAsync(process, cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Runs a program and returns what it printed.</summary>
    /// <exception cref="ToolException">It failed; the message holds what it said.</exception>
    public static async Task<string> RunQuietlyAsync(IReadOnlyList<string> command, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(command, folder, quiet: true);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await WaitAsync(process, cancellationToken);
        return process.ExitCode == 0
            ? await output
            : throw new ToolException($"`{string.Join(' ', command)}` failed in {folder}:{Environment.NewLine}{await errors}{await output}".TrimEnd());
    }

    /// <summary>Whether a program is on the PATH.</summary>
    public static bool Exists(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    private static Process Start(IReadOnlyList<string> command, string folder, bool quiet)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = quiet,
                RedirectStandardError = quiet,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new ToolException($"{command[0]} cannot be started: {missing.Message}.");
        }
    }

    private static async Task WaitAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

/// <summary>Something this machine needs is missing or failed; the message is for the person at the terminal.</summary>
public sealed class ToolException(string message) : Exception(message);
