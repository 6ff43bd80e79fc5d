using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Ingest.Functions.Telemetry;

/// <summary>
/// Takes mail addresses out of every log record before it leaves the process. Our own log lines name none, but the texts
/// of others do: an SMTP server answers with the recipient in its refusal, and that text becomes an exception's message.
/// </summary>
internal sealed partial class AddressRedaction : BaseProcessor<LogRecord>
{
    private const string Substitute = "<address>";

    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        data.FormattedMessage = Redact(data.FormattedMessage);
        data.Body = Redact(data.Body);
        if (data.Attributes is { } attributes && attributes.Any(static attribute => HoldsAddress(attribute.Value)))
        {
            data.Attributes = [.. attributes.Select(static attribute => HoldsAddress(attribute.Value)
                ? new KeyValuePair<string, object?>(attribute.Key, Redact(attribute.Value!.ToString()))
                : attribute)];
        }

        if (data.Exception is { } exception && HoldsAddress(exception))
        {
            data.Exception = new RedactedException(Redact(exception.ToString())!);
        }
    }

    private static string? Redact(string? text) => text is null ? null : Address.Replace(text, Substitute);

    private static bool HoldsAddress(object? value) => value switch
    {
        null or bool or int or long or double or DateTimeOffset or TimeSpan or Guid => false,
        _ => value.ToString() is { } text && Address.IsMatch(text),
    };

    // Unicode letters on both sides: internationalised addresses are addresses too.
    [GeneratedRegex(@"[^\s<>()\[\]"",;:@]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address { get; }

    /// <summary>Stands in for an exception whose text named an address; its own text is the original's, redacted.</summary>
    private sealed class RedactedException(string text) : Exception(text)
    {
        /// <inheritdoc/>
        public override string ToString() => Message;
    }
}
