using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage.Delivery;

/// <summary>Signs deliveries as Standard Webhooks 1.0 says, so that its libraries can verify them.</summary>
internal static class WebhookSignature
{
    public const string SecretPrefix = "whsec_";

    /// <summary>The specification asks for 24 to 64 bytes.</summary>
    public static string CreateSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static string Of(string secret, Guid id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id(id)}.{timestamp}.{body}"));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret), signed));
    }

    public static string Id(Guid id) => $"msg_{id:N}";
}
