using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using SendGrid.Helpers.EventWebhook;

namespace Ingest.Functions.Mail;

/// <summary>SendGrid's Event Webhook: believed only with its signature over timestamp and body, and only while it is fresh.</summary>
public sealed class ReceiveMailEvents(MailEvents events, IOptions<SendGridOptions> options, TimeProvider clock)
{
    private const int MostBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Takes a report. 200: handled. 401: not signed by SendGrid, or too old. 400: no JSON array. 413: too large.</summary>
    [Function(nameof(ReceiveMailEvents))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/events")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await BodyAsync(request, cancellationToken) is not { } body)
        {
            return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }

        var timestamp = request.Headers[RequestValidator.TIMESTAMP_HEADER].ToString();
        if (!IsFresh(timestamp) || !IsSigned(body, request.Headers[RequestValidator.SIGNATURE_HEADER].ToString(), timestamp))
        {
            return new UnauthorizedResult();
        }

        try
        {
            await events.HandleAsync(MailEvent.Read(body), cancellationToken);
            return new OkResult();
        }
        catch (JsonException)
        {
            return new BadRequestResult();
        }
    }

    private static async Task<string?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > MostBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300799
        && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Fresh;

    // The validator throws whatever its parsers throw at a malformed signature; that is no signature, then.
    private bool IsSigned(string body, string signature, string timestamp)
    {
        if (options.Value.EventPublicKey.Length == 0 || signature.Length is 0 or > 400)
        {
            return false;
        }

        var validator = new RequestValidator();
        var key = validator.ConvertPublicKeyToECDSA(options.Value.EventPublicKey);
        try
        {
            return validator.VerifySignature(key, body, signature, timestamp);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }
}
