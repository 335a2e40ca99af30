namespace Dateline.Dashboard.Text;

/// <summary>Decides which addresses from documents may become links.</summary>
public static class SafeLink
{
    /// <summary>The address when it is a web address; null for everything a click could run.</summary>
    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    public static string Host(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : address;
}
