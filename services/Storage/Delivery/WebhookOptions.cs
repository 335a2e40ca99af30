using System.ComponentModel.DataAnnotations;

namespace Dateline.Storage.Delivery;

/// <summary>How webhooks are called. Bound from <c>Storage:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Networks (CIDR) that may be called although they are not public, such as an intranet's.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>For connection and answer together. Standard Webhooks recommends 15 to 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often new changes and due deliveries are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);
}
