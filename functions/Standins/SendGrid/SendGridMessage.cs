using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SendGrid.Helpers.Mail;

/// <summary>A message as SendGrid's mail/send takes it.</summary>
public class SendGridMessage
{
    private static readonly JsonSerializerOptions Wire = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    [JsonPropertyName("from")]
    public EmailAddress From { get; set; }

    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization> Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content> Contents { get; set; }

    [JsonIgnore]
    public string PlainTextContent { get; set; }

    [JsonIgnore]
    public string HtmlContent { get; set; }

    [JsonPropertyName("attachments")]
    public List<Attachment> Attachments { get; set; }

    [JsonPropertyName("template_id")]
    public string TemplateId { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    [JsonPropertyName("sections")]
    public Dictionary<string, string> Sections { get; set; }

    [JsonPropertyName("categories")]
    public List<string> Categories { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }

    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }

    [JsonPropertyName("asm")]
    public ASM Asm { get; set; }

    [JsonPropertyName("batch_id")]
    public string BatchId { get; set; }

    [JsonPropertyName("ip_pool_name")]
    public string IpPoolName { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings TrackingSettings { get; set; }

    [JsonPropertyName("reply_to")]
    public EmailAddress ReplyTo { get; set; }

    public void AddTo(EmailAddress email)
    {
        Personalizations ??= [new Personalization()];
        (Personalizations[0].Tos ??= []).Add(email);
    }

    public void AddCategory(string category) => (Categories ??= []).Add(category);

    public void AddHeader(string headerKey, string headerValue) => (Headers ??= []).Add(headerKey, headerValue);

    public void AddCustomArg(string customArgKey, string customArgValue) => (CustomArgs ??= []).Add(customArgKey, customArgValue);

    public void SetFrom(EmailAddress email) => From = email;

    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    public void SetSandBoxMode(bool enable) => (MailSettings ??= new()).SandboxMode = new SandboxMode { Enable = enable };

    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new()).ClickTracking = new ClickTracking { Enable = enable, EnableText = enableText };

    public void SetOpenTracking(bool enable, string substitutionTag = null) =>
        (TrackingSettings ??= new()).OpenTracking = new OpenTracking { Enable = enable, SubstitutionTag = substitutionTag };

    public void SetSubscriptionTracking(bool enable, string html = null, string text = null, string substitutionTag = null) =>
        (TrackingSettings ??= new()).SubscriptionTracking = new SubscriptionTracking { Enable = enable, Html = html, Text = text, SubstitutionTag = substitutionTag };

    /// <summary>The JSON on the wire. Plain text stands before HTML, and no recipient twice in a list.</summary>
    public string Serialize()
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [];
            if (PlainTextContent is not null)
            {
                Contents.Add(new Content(MimeType.Text, PlainTextContent));
            }

            if (HtmlContent is not null)
            {
                Contents.Add(new Content(MimeType.Html, HtmlContent));
            }
        }

        Contents = Contents?.OrderBy(part => part.Type != MimeType.Text).ToList();
        foreach (var envelope in Personalizations ?? [])
        {
            envelope.Tos = envelope.Tos?.Distinct().ToList();
            envelope.Ccs = envelope.Ccs?.Distinct().ToList();
            envelope.Bccs = envelope.Bccs?.Distinct().ToList();
        }

        return JsonSerializer.Serialize(this, Wire);
    }
}
