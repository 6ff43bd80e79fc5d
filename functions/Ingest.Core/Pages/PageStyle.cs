using System.Security.Cryptography;
using System.Text;

namespace Ingest.Core.Pages;

/// <summary>The one style sheet of all pages, put into each, so that a page saved or mailed looks the same.</summary>
public static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public static string Css { get; } = Read();

    /// <summary>
    /// The Content-Security-Policy of every page: no script, nothing from elsewhere, and no style but this one
    /// (by its hash, so that text of a report could not bring its own).
    /// </summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static string Read()
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream("Ingest.Core.Pages.page.css")
            ?? throw new InvalidOperationException("The style sheet page.css is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
