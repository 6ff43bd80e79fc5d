using System.Globalization;
using System.Net;
using System.Text.Json;
using Ingest.Core.Digests;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Ingest.Functions.Mail;

/// <summary>Sends through SendGrid: one request for up to a thousand readers, who share the rendering but for their own links.</summary>
public sealed class SendGridSender(ISendGridClient client, IOptions<MailOptions> options, TimeProvider clock) : IMailSender
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public string Name => "sendgrid";

    /// <inheritdoc/>
    public int MostRecipients => 1000;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        try
        {
            var response = await client.SendEmailAsync(Message(batch, options.Value), cancellationToken);
            return response.IsSuccessStatusCode
                ? SendOutcome.Taken
                : await OutcomeOfAsync(response, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new(SendKind.TryLater, "no connection to SendGrid");
        }
        catch (HttpRequestException)
        {
            return new(SendKind.Unknown, "SendGrid's answer was lost");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(SendKind.Unknown, "SendGrid did not answer in time");
        }
    }

    /// <summary>The request for a batch.</summary>
    internal static SendGridMessage Message(MailBatch batch, MailOptions options)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(options.From, options.FromName),
            Subject = batch.Content.Subject,
            PlainTextContent = batch.Content.Text,
            HtmlContent = batch.Content.Html,
            Categories = [batch.Category],
            Personalizations =
            [
                .. batch.Recipients.Select(r => new Personalization
                {
                    Tos = [new EmailAddress(r.Address)],
                    Headers = batch.Headers(r),
                    Substitutions = MailBatch.Substitutions(r),
                    CustomArgs = new() { ["digest"] = batch.Id, ["batch"] = batch.Number, ["subscriber"] = r.SubscriberId },
                }),
            ],
        };
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        return message;
    }

    private async Task<SendOutcome> OutcomeOfAsync(Response response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.TooManyRequests || status >= 500 || response.StatusCode == HttpStatusCode.RequestTimeout)
        {
            return new(SendKind.TryLater, $"sendgrid {status}") { After = WaitOf(response) };
        }

        // A key that was revoked or an account that is out of credits is healed by a person, not by dropping readers.
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return new(SendKind.TryLater, $"sendgrid {status}: check the API key and the sender's verification") { After = TimeSpan.FromMinutes(30) };
        }

        var body = await response.Body.ReadAsStringAsync(cancellationToken);
        return new(SendKind.Refused, $"sendgrid {status} {FieldsOf(body)}".TrimEnd()) { Faulty = FaultyOf(body) };
    }

    private TimeSpan WaitOf(Response response)
    {
        var now = clock.GetUtcNow();
        TimeSpan? wait = response.Headers?.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => null,
        };
        if (wait is null && response.Headers?.TryGetValues("X-RateLimit-Reset", out var values) == true
            && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var reset) && reset < 253402300799)
        {
            wait = DateTimeOffset.FromUnixTimeSeconds(reset) - now;
        }

        var asked = wait ?? TimeSpan.FromMinutes(1);
        return asked < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : asked > LongestWait ? LongestWait : asked;
    }

    // "personalizations.17.to.0.email" names the reader whose address SendGrid won't take; the message text may quote the address, so it stays unread.
    private static List<int> FaultyOf(string body) =>
    [
        .. Fields(body).Select(f => f.Split('.')).Where(p => p is ["personalizations", _, "to", ..])
            .Select(p => int.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1)
            .Where(i => i >= 0).Distinct(),
    ];

    private static string FieldsOf(string body) => string.Join(' ', Fields(body).Take(3));

    private static List<string> Fields(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
                ? [.. errors.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("field", out var f) && f.ValueKind == JsonValueKind.String).Select(e => e.GetProperty("field").GetString()!)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
