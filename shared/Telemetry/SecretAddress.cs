using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Dateline.Telemetry;

/// <summary>Addresses that open something to whoever has them stand in traces without the part that opens it.</summary>
internal static partial class SecretAddress
{
    /// <param name="tag">The one that holds the address.</param>
    public static void Hide(Activity activity, string tag)
    {
        if (activity.GetTagItem(tag) is string address && OpenFeed().Match(address) is { Success: true, Groups: [_, var secret] })
            activity.SetTag(tag, $"{address[..secret.Index]}*{address[(secret.Index + secret.Length)..]}");
    }

    /// <summary>The feed of a saved search, for readers that send no key.</summary>
    [GeneratedRegex("/v1/feeds/([^/.?]+)", RegexOptions.NonBacktracking)]
    private static partial Regex OpenFeed();
}
