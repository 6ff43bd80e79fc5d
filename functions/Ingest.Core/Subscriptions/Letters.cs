using Ingest.Core.Digests;

namespace Ingest.Core.Subscriptions;

/// <summary>The letters that a subscriber gets beside digests: each asked for through the form, none by anything else.</summary>
public static class Letters
{
    /// <summary>To somebody who is not subscribed yet: please confirm.</summary>
    public static Task<RenderedDigest> ConfirmAsync(DigestLanguage language, string url) => language switch
    {
        DigestLanguage.En => SetAsync(language, "Please confirm your subscription",
            ["Somebody, probably you, asked for relief measure digests at this address. They begin once you confirm.", "The link holds for 48 hours. If it was not you, ignore this letter: nothing more will come."],
            new("Confirm the subscription", url)),
        _ => SetAsync(language, "请确认订阅纾困举措摘编",
            ["有人(应该是您)用这个邮箱订阅了纾困举措摘编,确认后即开始发送。", "链接48小时内有效。如果不是您本人操作,请忽略本邮件,我们不会再寄。"],
            new("确认订阅", url)),
    };

    /// <summary>To somebody who asked although subscribed: here are your choices.</summary>
    public static Task<RenderedDigest> ChoicesAsync(DigestLanguage language, string url) => language switch
    {
        DigestLanguage.En => SetAsync(language, "Your subscription",
            ["You are subscribed to relief measure digests already; nothing has changed. This link leads to your choices, where you can also pause or leave.", "If you did not ask for this letter, ignore it."],
            new("See your choices", url)),
        _ => SetAsync(language, "您的纾困举措摘编订阅",
            ["这个邮箱已经订阅了纾困举措摘编,一切照旧。通过下面的链接可以修改选择、暂停或退订。", "如果不是您本人操作,请忽略本邮件。"],
            new("修改订阅", url)),
    };

    private static async Task<RenderedDigest> SetAsync(DigestLanguage language, string title, string[] paragraphs, DigestLink link)
    {
        Func<string, string> set = language switch { DigestLanguage.En => text => text, DigestLanguage.Hant => text => TraditionalChinese.Of(ChineseText.Widen(text)), _ => ChineseText.Widen };
        title = set(title);
        paragraphs = Array.ConvertAll(paragraphs, p => set(p));
        link = link with { Text = set(link.Text) };
        var html = await ComponentRenderer.RenderAsync<LetterMail>(new Dictionary<string, object?>
        {
            [nameof(LetterMail.Lang)] = LanguageTag(language),
            [nameof(LetterMail.Title)] = title,
            [nameof(LetterMail.Paragraphs)] = paragraphs,
            [nameof(LetterMail.Link)] = link,
        });
        return new(title, html, $"{title}\n\n{paragraphs[0]}\n\n{link.Text}\n{link.Url}\n\n{string.Join('\n', paragraphs[1..])}\n");
    }

    private static string LanguageTag(DigestLanguage language) => language switch { DigestLanguage.En => "en", DigestLanguage.Hant => "zh-Hant", _ => "zh-Hans" };
}
