using Ingest.Core.Digests;
using Ingest.Core.Pages;
using Microsoft.AspNetCore.Components;

namespace Ingest.Core.Subscriptions;

/// <summary>
/// The pages around a subscription, as HTML. None shows an address but the form that somebody is filling in. Marks are
/// written half-width in the components; <see cref="ChineseText.Widen"/> sets them.
/// </summary>
public static class SubscriberPages
{
    /// <summary>The form to subscribe.</summary>
    public static Task<string> SubscribeAsync(Choice choice, string address, IReadOnlyList<string> problems) => RenderAsync<SubscribePage>(new()
    {
        [nameof(SubscribePage.Choice)] = choice,
        [nameof(SubscribePage.Address)] = address,
        [nameof(SubscribePage.Problems)] = problems,
    });

    /// <summary>After the form was sent: the same whether or not the address was known.</summary>
    public static Task<string> AskedAsync() =>
        AnswerAsync("请查收邮件", "如果这个邮箱可以收信,几分钟内会收到一封邮件,请点击其中的链接完成下一步。没有收到时,请查看垃圾邮件箱。");

    /// <summary>Before confirming.</summary>
    public static Task<string> ConfirmAsync(string token) => RenderAsync<AnswerPage>(new()
    {
        [nameof(AnswerPage.Title)] = "确认订阅",
        [nameof(AnswerPage.Message)] = "按下按钮后,纾困举措摘编将按您的选择发送到收到这封信的邮箱。",
        [nameof(AnswerPage.Action)] = "/confirm",
        [nameof(AnswerPage.Token)] = token,
        [nameof(AnswerPage.Button)] = "确认订阅",
    });

    /// <summary>After confirming.</summary>
    public static Task<string> ConfirmedAsync(string preferencesUrl) => RenderAsync<AnswerPage>(new()
    {
        [nameof(AnswerPage.Title)] = "订阅已确认",
        [nameof(AnswerPage.Message)] = "下一期起即为您发送,没有新内容时不发送。",
        [nameof(AnswerPage.LinkUrl)] = preferencesUrl,
        [nameof(AnswerPage.LinkText)] = "修改选择",
    });

    /// <summary>The choices.</summary>
    public static Task<string> PreferencesAsync(string token, Choice choice, bool isPaused, string notice, IReadOnlyList<string> problems) => RenderAsync<PreferencesPage>(new()
    {
        [nameof(PreferencesPage.Token)] = token,
        [nameof(PreferencesPage.Choice)] = choice,
        [nameof(PreferencesPage.IsPaused)] = isPaused,
        [nameof(PreferencesPage.Notice)] = notice,
        [nameof(PreferencesPage.Problems)] = problems,
    });

    /// <summary>Before leaving: opening the link changes nothing.</summary>
    public static Task<string> LeaveAsync(string token) => RenderAsync<AnswerPage>(new()
    {
        [nameof(AnswerPage.Title)] = "退订",
        [nameof(AnswerPage.Message)] = "按下按钮后,收到这封信的邮箱将不再收到纾困举措摘编。",
        [nameof(AnswerPage.Action)] = "/unsubscribe",
        [nameof(AnswerPage.Token)] = token,
        [nameof(AnswerPage.Button)] = "退订",
    });

    /// <summary>After leaving.</summary>
    public static Task<string> LeftAsync() => RenderAsync<AnswerPage>(new()
    {
        [nameof(AnswerPage.Title)] = "已退订",
        [nameof(AnswerPage.Message)] = "不会再有摘编寄出。感谢您一直以来的阅读。",
        [nameof(AnswerPage.LinkUrl)] = "/subscribe",
        [nameof(AnswerPage.LinkText)] = "重新订阅",
    });

    /// <summary>A link that is altered, expired or meant for something else.</summary>
    public static Task<string> BadLinkAsync() => RenderAsync<AnswerPage>(new()
    {
        [nameof(AnswerPage.Title)] = "链接无效或已过期",
        [nameof(AnswerPage.Message)] = "请完整复制邮件中的链接;如已过期,请在订阅页填写邮箱,我们会寄出新的链接。",
        [nameof(AnswerPage.LinkUrl)] = "/subscribe",
        [nameof(AnswerPage.LinkText)] = "前往订阅页",
    });

    /// <summary>Too many tries from one network.</summary>
    public static Task<string> TooManyAsync() => AnswerAsync("请稍后再试", "来自您所在网络的请求过多,请一小时后再试。");

    private static Task<string> AnswerAsync(string title, string message) =>
        RenderAsync<AnswerPage>(new() { [nameof(AnswerPage.Title)] = title, [nameof(AnswerPage.Message)] = message });

    private static async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent => ChineseText.Widen(await PageRenderer.RenderAsync<TPage>(parameters));
}
