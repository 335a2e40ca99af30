using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage.Search;

/// <summary>
/// Where a page ended: the sort key of its last article, so that the next page neither skips nor repeats while articles arrive.
/// Opaque to callers.
/// </summary>
/// <param name="Query">Hash of what was asked: a cursor serves no other query.</param>
/// <param name="SortAt">Of the last article, when newest first.</param>
/// <param name="Rank">Of the last article, when by relevance.</param>
/// <param name="Seq">Of the last article.</param>
/// <param name="AsOf">By relevance: articles stored later do not join the ranking that is being paged through.</param>
/// <param name="Total">As counted for the first page.</param>
internal sealed record SearchCursor(string Query, DateTime SortAt, double Rank, long Seq, long AsOf, ArticleTotal Total)
{
    public static string HashOf(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 6));

    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(
        '|', Query, Number(SortAt.Ticks), Number(BitConverter.DoubleToInt64Bits(Rank)), Number(Seq), Number(AsOf), Number(Total.Value), Total.Kind)));

    public static SearchCursor? Read(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|');
        return parts.Length == 7
            && Number(parts[1]) is { } ticks and >= 0 && ticks <= DateTime.MaxValue.Ticks
            && Number(parts[2]) is { } rank && Number(parts[3]) is { } seq && Number(parts[4]) is { } asOf && Number(parts[5]) is { } total
                ? new SearchCursor(parts[0], new DateTime(ticks, DateTimeKind.Utc), BitConverter.Int64BitsToDouble(rank), seq, asOf, new ArticleTotal(total, parts[6]))
                : null;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;
}
