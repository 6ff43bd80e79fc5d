using System.Net.Mail;
using System.Text;
using Ingest.Core.Digests;
using Microsoft.Extensions.Options;
using MailMessage = Ingest.Core.Digests.MailMessage;

namespace Ingest.Functions.Mail;

/// <summary>Writes each mail as an .eml that any mail program opens, with an .html beside it; the same mail twice is one file.</summary>
public sealed class FolderSender(IOptions<MailOptions> options) : IMailSender
{
    /// <inheritdoc/>
    public string Name => "folder";

    /// <inheritdoc/>
    public int MostRecipients => 1;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var folder = Directory.CreateDirectory(options.Value.Folder).FullName;
        foreach (var recipient in batch.Recipients)
        {
            var message = batch.For(recipient);
            var path = Path.Combine(folder, $"{batch.Id}.{recipient.SubscriberId[..8]}");
            await File.WriteAllTextAsync(path + ".html", message.Html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            await WriteAsync(message, path + ".eml", cancellationToken);
        }

        return SendOutcome.Taken;
    }

    // The framework chooses the file's name, so it writes into a folder of its own.
    private async Task WriteAsync(MailMessage message, string path, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("ingest-mail-");
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = temporary.FullName };
            using var mail = Mime.Of(message, options.Value);
            await client.SendMailAsync(mail, cancellationToken);
            File.Move(temporary.GetFiles("*.eml")[0].FullName, path, overwrite: true);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
