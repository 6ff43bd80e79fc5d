using System.Security.Cryptography;
using System.Text;
using EllipticCurve;

namespace EllipticCurve
{
    /// <summary>A public key of the curve that SendGrid signs with (the official client takes it from starkbank-ecdsa).</summary>
    public class PublicKey
    {
        internal PublicKey(ECDsa key) => Key = key;

        internal ECDsa Key { get; }
    }
}

namespace SendGrid.Helpers.EventWebhook
{
    /// <summary>Checks that an event really comes from SendGrid.</summary>
    public class RequestValidator
    {
        public const string SIGNATURE_HEADER = "X-Twilio-Email-Event-Webhook-Signature";

        public const string TIMESTAMP_HEADER = "X-Twilio-Email-Event-Webhook-Timestamp";

        /// <summary>Reads the verification key of the settings page: Base64 of a SubjectPublicKeyInfo.</summary>
        public PublicKey ConvertPublicKeyToECDSA(string publicKey)
        {
            var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return new PublicKey(key);
        }

        /// <summary>Whether the signature is that of timestamp and body, ECDSA with SHA-256, DER in Base64.</summary>
        public bool VerifySignature(PublicKey publicKey, string payload, string signature, string timestamp) =>
            publicKey.Key.VerifyData(
                Encoding.UTF8.GetBytes(timestamp + payload),
                Convert.FromBase64String(signature),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence);
    }
}
