namespace Dateline.Parser.Formats;

/// <summary>Takes a Content-Type apart.</summary>
internal static class MediaTypes
{
    /// <summary>Lower case, without parameters; empty when there is none.</summary>
    public static string Essence(string? contentType) =>
        contentType is null ? "" : contentType.Split(';')[0].Trim().ToLowerInvariant();

    public static string? Charset(string? contentType)
    {
        foreach (var parameter in (contentType ?? "").Split(';').Skip(1))
        {
            var pair = parameter.Split('=', 2);
            if (pair.Length == 2 && pair[0].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
                return pair[1].Trim().Trim('"', '\'');
        }

        return null;
    }
}
