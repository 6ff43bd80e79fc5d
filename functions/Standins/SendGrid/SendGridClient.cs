using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Sends mail through SendGrid's HTTP API, version 3.</summary>
public interface ISendGridClient
{
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}

/// <summary>Settings of the client.</summary>
public class SendGridClientOptions
{
    public string ApiKey { get; set; }

    public string Host { get; set; } = "https://api.sendgrid.com";

    public string Version { get; set; } = "v3";

    public bool HttpErrorAsException { get; set; }
}

/// <summary>The answer to a call.</summary>
public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    public HttpStatusCode StatusCode { get; set; } = statusCode;

    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    public HttpContent Body { get; set; } = responseBody;

    public HttpResponseHeaders Headers { get; set; } = responseHeaders;
}

/// <summary>The client. Like the official one it retries nothing unless told to.</summary>
public class SendGridClient : ISendGridClient
{
    private readonly SendGridClientOptions _options;
    private readonly HttpClient _client;

    public SendGridClient(string apiKey)
        : this(new SendGridClientOptions { ApiKey = apiKey })
    {
    }

    public SendGridClient(SendGridClientOptions options)
        : this(new HttpClient(), options)
    {
    }

    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options?.ApiKey, "apiKey");
        _client = httpClient ?? new HttpClient();
        _options = options;
    }

    public async Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        var body = new StringContent(msg.Serialize(), Encoding.UTF8, "application/json");
        body.Headers.ContentType.CharSet = null;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_options.Host.TrimEnd('/')}/{_options.Version}/mail/send") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.ApiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.TryParseAdd("sendgrid/9.29.3 csharp");

        var response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode && _options.HttpErrorAsException)
        {
            throw new HttpRequestException(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false), null, response.StatusCode);
        }

        return new Response(response.StatusCode, response.Content, response.Headers);
    }
}
