using System.Text.Json;
using Ingest.Core.Digests;
using Ingest.Functions.Mail;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests.Mail;

/// <summary>Mails as others read them: npm mailparser for MIME, html-validate and caniemail for HTML.</summary>
public class MailFormTests
{
    [Fact]
    public async Task FolderSender_Writes_A_Mail_That_Mailparser_Reads_Back_Whole()
    {
        var folder = Directory.CreateTempSubdirectory("ingest-test-");
        var batch = await SampleBatch.ForAsync("li@xn--fiqs8s.example");
        var options = new MailOptions { From = "digests@example.org", Folder = folder.FullName };

        await new FolderSender(Options.Create(options)).SendAsync(batch, TestContext.Current.CancellationToken);
        await new FolderSender(Options.Create(options)).SendAsync(batch, TestContext.Current.CancellationToken);

        var file = Assert.Single(folder.GetFiles("*.eml"));
        Assert.Equal(batch.For(batch.Recipients[0]).Html, await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.html")).FullName, TestContext.Current.CancellationToken));
        await AssertReadsBackAsync(batch, file.FullName);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Html_Passes_Html_Validate_And_Uses_Only_What_Gmail_And_Outlook_Show()
    {
        var path = Path.GetTempFileName();
        foreach (var html in new[] { (await SampleBatch.ForAsync("li@example.org")).Content.Html, (await Core.Subscriptions.Letters.ConfirmAsync(DigestLanguage.Hans, "https://example.org/confirm?t=1")).Html })
        {
            await File.WriteAllTextAsync(path, html, TestContext.Current.CancellationToken);

            var found = await NodeScript.RunAsync("Mail/node/check-html.mjs", path);

            Assert.Empty(found.GetProperty("problems").EnumerateArray().Select(p => p.GetString()));

            // Where the body becomes a div, the outermost table has its ground; roles are for those who listen, and harm nobody else;
            // without media queries the inline styles stand, which are whole.
            string[] withFallback = ["<body> element", "role attribute", "@media"];
            Assert.Empty(found.GetProperty("unsupported").EnumerateArray().Select(p => p.GetString()).Except(withFallback));
        }

        File.Delete(path);
    }

    [Fact]
    public async Task Headers_Let_Every_Reader_Leave_With_One_Click()
    {
        var batch = await SampleBatch.ForAsync("li@example.org", "wang@example.org");

        var headers = batch.Headers(batch.Recipients[1]);

        Assert.Equal("<https://example.org/unsubscribe?t=1>", headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
        Assert.Equal("<weekly.digests.example.org>", headers["List-ID"]);
        Assert.Equal("<2026-W47.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb@example.org>", headers["Message-ID"]);
    }

    internal static async Task AssertReadsBackAsync(MailBatch batch, string path)
    {
        var message = batch.For(batch.Recipients[0]);
        var read = await NodeScript.RunAsync("Mail/node/parse-mail.mjs", path);
        Assert.Equal("digests@example.org", Text(read, "from", "address"));
        Assert.Equal("纾困举措摘编", Text(read, "from", "name"));
        Assert.Equal("li@" + new System.Globalization.IdnMapping().GetUnicode(message.To[3..]), Text(read, "to", "address"));
        Assert.Equal(message.Subject, Text(read, "subject"));
        Assert.Equal(message.Html, Text(read, "html").TrimEnd('\n'));
        Assert.Equal(message.Text.TrimEnd(), Text(read, "text").TrimEnd());
        Assert.Equal(message.Headers["Message-ID"], Text(read, "messageId"));
        foreach (var (name, value) in message.Headers)
        {
            Assert.Equal(value, Text(read, "headers", name.ToLowerInvariant()));
        }

        Assert.True(read.GetProperty("ascii").GetBoolean());
        Assert.InRange(read.GetProperty("longestLine").GetInt32(), 1, 998);
        Assert.Equal(0, read.GetProperty("attachments").GetInt32());
    }

    private static string Text(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            json = json.GetProperty(name);
        }

        return json.GetString()!.ReplaceLineEndings("\n");
    }
}
