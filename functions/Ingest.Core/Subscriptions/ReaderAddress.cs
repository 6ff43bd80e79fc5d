using System.Globalization;

namespace Ingest.Core.Subscriptions;

/// <summary>A mail address that was checked and put into one form: ASCII, the domain in lower case and Punycode.</summary>
/// <param name="Value">The address.</param>
public sealed record ReaderAddress(string Value)
{
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~.";
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>What makes two addresses the same reader: upper and lower case don't count.</summary>
    public string Identity => Value.ToLowerInvariant();

    /// <summary>Checks an address as typed.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="address">The address in its one form.</param>
    /// <returns>False where no mail program could deliver to it, or the name before the @ isn't ASCII (few servers take that).</returns>
    public static bool TryParse(string? typed, out ReaderAddress address)
    {
        address = null!;
        var text = typed?.Trim() ?? "";
        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || text.Length > 320)
        {
            return false;
        }

        var local = text[..at];
        if (local is ['.', ..] or [.., '.'] || local.Contains("..", StringComparison.Ordinal)
            || !local.All(c => char.IsAsciiLetterOrDigit(c) || LocalMarks.Contains(c, StringComparison.Ordinal))
            || !TryParseDomain(text[(at + 1)..], out var domain)
            || local.Length + 1 + domain.Length > 254)
        {
            return false;
        }

        address = new($"{local}@{domain}");
        return true;
    }

    /// <summary>Shows that it exists, never what it is: addresses don't get into logs by accident.</summary>
    public override string ToString() => "(address)";

    private static bool TryParseDomain(string typed, out string domain)
    {
        domain = "";
        try
        {
            domain = Idn.GetAscii(typed.Normalize(System.Text.NormalizationForm.FormKC)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        var labels = domain.Split('.');
        return labels.Length >= 2 && domain.Length <= 253
            && Array.TrueForAll(labels, l => l.Length is >= 1 and <= 63 && l[0] != '-' && l[^1] != '-' && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            && !labels[^1].All(char.IsAsciiDigit);
    }
}
