using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Core.Subscriptions;

/// <summary>What a signed link is good for; a token of one purpose is worth nothing for another.</summary>
public enum TokenPurpose
{
    /// <summary>Confirm a subscription.</summary>
    Confirm = 1,
    /// <summary>See and change the choices.</summary>
    Preferences = 2,
    /// <summary>Leave.</summary>
    Unsubscribe = 3,
}

/// <summary>
/// Ids of subscribers and signed links, from one secret. Neither tells the address: a forwarded mail gives its reader's
/// subscription away to whoever clicks, but never who that is.
/// </summary>
public sealed class SubscriptionKeys
{
    /// <summary>Fewest bytes of the secret.</summary>
    public const int LeastBytes = 32;

    private const int IdBytes = 16;
    private const int SignedBytes = 1 + IdBytes + 4;
    private const int TokenBytes = SignedBytes + 16;
    private readonly byte[] _idKey;
    private readonly byte[][] _tokenKeys;

    /// <summary>Derives one key for ids and one for tokens from the same secret.</summary>
    /// <param name="secret">At least 32 random bytes.</param>
    public SubscriptionKeys(byte[] secret)
        : this(secret, [secret])
    {
    }

    /// <summary>Derives the keys; those of links can be changed, that of ids cannot.</summary>
    /// <param name="idSecret">At least 32 random bytes. With another secret nobody who subscribed or left before is known any more.</param>
    /// <param name="signingSecrets">The same; the first signs, and links signed with any of them are good.</param>
    public SubscriptionKeys(byte[] idSecret, IReadOnlyList<byte[]> signingSecrets)
    {
        ArgumentNullException.ThrowIfNull(signingSecrets);
        _idKey = Derive(idSecret, "subscriber ids"u8);
        _tokenKeys = [.. signingSecrets.Select(secret => Derive(secret, "signed links"u8))];
    }

    /// <summary>The subscriber id of an address: 32 hex digits.</summary>
    public string IdOf(ReaderAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Pseudonym(address.Identity);
    }

    /// <summary>A name for something that must not be kept itself: 32 hex digits, the same for the same thing.</summary>
    public string Pseudonym(string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_idKey, Encoding.UTF8.GetBytes(value)).AsSpan(0, IdBytes));

    /// <summary>Signs a link.</summary>
    /// <param name="purpose">What it is good for.</param>
    /// <param name="subscriberId">For whom.</param>
    /// <param name="expires">Until when, or null for good (a way out must not close).</param>
    public string Sign(TokenPurpose purpose, string subscriberId, DateTimeOffset? expires)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        token[0] = (byte)purpose;
        Convert.FromHexString(subscriberId, token.Slice(1, IdBytes), out _, out _);
        BinaryPrimitives.WriteUInt32BigEndian(token[(1 + IdBytes)..], expires is { } until ? checked((uint)until.ToUnixTimeSeconds()) : 0);
        Signature(_tokenKeys[0], token[..SignedBytes], token[SignedBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a signed link.</summary>
    /// <param name="token">What came with the request.</param>
    /// <param name="purpose">What it is to be used for.</param>
    /// <param name="now">The time.</param>
    /// <returns>The subscriber's id, or null where the token is altered, expired, of another purpose or none at all.</returns>
    public string? Read(string? token, TokenPurpose purpose, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        if (token is not { Length: 50 } || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != TokenBytes)
        {
            return null;
        }

        Span<byte> expected = stackalloc byte[TokenBytes - SignedBytes];
        var genuine = false;
        foreach (var key in _tokenKeys)
        {
            Signature(key, bytes[..SignedBytes], expected);
            genuine |= CryptographicOperations.FixedTimeEquals(expected, bytes[SignedBytes..]);
        }

        var expires = BinaryPrimitives.ReadUInt32BigEndian(bytes[(1 + IdBytes)..]);
        return genuine && bytes[0] == (byte)purpose && (expires == 0 || now.ToUnixTimeSeconds() <= expires)
            ? Convert.ToHexStringLower(bytes.Slice(1, IdBytes))
            : null;
    }

    private static byte[] Derive(byte[] secret, ReadOnlySpan<byte> purpose)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Length >= LeastBytes
            ? HKDF.Expand(HashAlgorithmName.SHA256, secret, 32, purpose.ToArray())
            : throw new ArgumentException($"A key needs at least {LeastBytes} random bytes; make one with: openssl rand -base64 32", nameof(secret));
    }

    private static void Signature(byte[] key, ReadOnlySpan<byte> signed, Span<byte> signature)
    {
        Span<byte> whole = stackalloc byte[32];
        HMACSHA256.HashData(key, signed, whole);
        whole[..signature.Length].CopyTo(signature);
    }
}
