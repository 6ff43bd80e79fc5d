namespace Ingest.Core.Digests;

/// <summary>Somebody to whom a rendering goes, with the links that are theirs alone.</summary>
/// <param name="SubscriberId">Id that reveals nothing of the address.</param>
/// <param name="Address">Where the mail goes.</param>
/// <param name="UnsubscribeUrl">Signed link to leave: a page by GET, done by POST (RFC 8058).</param>
/// <param name="PreferencesUrl">Signed link to the choices.</param>
public sealed record MailRecipient(string SubscriberId, string Address, string UnsubscribeUrl, string PreferencesUrl)
{
    /// <summary>Shows the id only: addresses don't get into logs by accident.</summary>
    public override string ToString() => SubscriberId;
}

/// <summary>One rendering for many readers: what a sender is given.</summary>
/// <param name="Id">Name of the window, or of the kind of letter.</param>
/// <param name="Number">Number of the batch within it.</param>
/// <param name="Content">The rendering; its marks stand for the links of <see cref="MailRecipient"/>.</param>
/// <param name="Recipients">The readers.</param>
public sealed record MailBatch(string Id, string Number, RenderedDigest Content, IReadOnlyList<MailRecipient> Recipients)
{
    /// <summary>Label for the provider's statistics, e.g. <c>weekly</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Domain of the sender's address, for Message-ID and List-ID.</summary>
    public required string Domain { get; init; }

    /// <summary>False for letters that are no list mail: those carry no list headers.</summary>
    public bool IsList { get; init; } = true;

    /// <summary>
    /// The headers of one reader's mail. The Message-ID is the same whenever the same digest goes to the same reader, so that
    /// a mail program that got it twice shows it once.
    /// </summary>
    public Dictionary<string, string> Headers(MailRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var headers = new Dictionary<string, string>
        {
            ["Message-ID"] = $"<{Id}.{recipient.SubscriberId}@{Domain}>",
            ["Auto-Submitted"] = "auto-generated",
        };
        if (IsList)
        {
            headers["List-ID"] = $"<{Category}.digests.{Domain}>";
            headers["List-Unsubscribe"] = $"<{recipient.UnsubscribeUrl}>";
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return headers;
    }

    /// <summary>What takes the place of the marks in one reader's mail.</summary>
    public static Dictionary<string, string> Substitutions(MailRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return new() { [DigestLinks.UnsubscribeMark] = recipient.UnsubscribeUrl, [DigestLinks.PreferencesMark] = recipient.PreferencesUrl };
    }

    /// <summary>One reader's mail, for senders that send one at a time.</summary>
    public MailMessage For(MailRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var (html, text) = (Content.Html, Content.Text);
        foreach (var (mark, value) in Substitutions(recipient))
        {
            html = html.Replace(mark, value, StringComparison.Ordinal);
            text = text.Replace(mark, value, StringComparison.Ordinal);
        }

        return new(recipient.Address, Content.Subject, html, text, Headers(recipient));
    }
}

/// <summary>A mail as one reader gets it; the sender's own address is the sender's business.</summary>
/// <param name="To">Address.</param>
/// <param name="Subject">Subject line, any characters.</param>
/// <param name="Html">HTML part.</param>
/// <param name="Text">Plain-text part with the same words.</param>
/// <param name="Headers">Further headers, ASCII.</param>
public sealed record MailMessage(string To, string Subject, string Html, string Text, IReadOnlyDictionary<string, string> Headers);
