using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using MailMessage = Ingest.Core.Digests.MailMessage;

namespace Ingest.Functions.Mail;

/// <summary>A mail for the framework's SMTP client: plain text first, HTML after it, everything in UTF-8.</summary>
internal static class Mime
{
    public static System.Net.Mail.MailMessage Of(MailMessage message, MailOptions options)
    {
        var mail = new System.Net.Mail.MailMessage
        {
            From = new MailAddress(options.From, options.FromName, Encoding.UTF8),
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.To.Add(new MailAddress(message.To));
        foreach (var (name, value) in message.Headers)
        {
            mail.Headers.Add(name, value);
        }

        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return mail;
    }
}
