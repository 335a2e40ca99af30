using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage.Search;

/// <summary>
/// Where a page ended, so that the next one neither skips nor repeats while articles arrive. Newest first it is the sort key of the
/// last article. By relevance it is the rest of the ranking: ranks move with the statistics of the whole archive, so the same
/// question asked again may order differently. Opaque to callers.
/// </summary>
internal sealed record SearchCursor
{
    /// <summary>A cursor serves no other query than its own.</summary>
    public required string Query { get; init; }

    /// <summary>As counted for the first page.</summary>
    public required ArticleTotal Total { get; init; }

    public DateTime SortAt { get; init; } = DateTime.UnixEpoch;

    public long Seq { get; init; }

    public ArticlePlace Place => new() { SortAt = SortAt, Seq = Seq };

    /// <summary>The articles that follow, best first.</summary>
    public IReadOnlyList<long> Ranking { get; init; } = [];

    /// <summary>How many articles the ranking had at first; 0 where a cursor was made by an earlier version.</summary>
    public int RankedAmong { get; init; }

    public static string HashOf(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 6));

    public string Write()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Query);
        writer.Write7BitEncodedInt64(Total.Value);
        writer.Write(Total.Kind);
        writer.Write(SortAt.Ticks);
        writer.Write7BitEncodedInt64(Seq);
        writer.Write7BitEncodedInt(Ranking.Count);
        foreach (var seq in Ranking)
            writer.Write7BitEncodedInt64(seq);
        writer.Write7BitEncodedInt(RankedAmong);
        writer.Flush();
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Null when the text is no cursor.</summary>
    public static SearchCursor? Read(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;

        try
        {
            using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)));
            return Read(reader);
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static SearchCursor Read(BinaryReader reader)
    {
        var cursor = new SearchCursor
        {
            Query = reader.ReadString(),
            Total = new ArticleTotal(reader.Read7BitEncodedInt64(), reader.ReadString()),
            SortAt = new DateTime(reader.ReadInt64(), DateTimeKind.Utc),
            Seq = reader.Read7BitEncodedInt64(),
        };
        var count = reader.Read7BitEncodedInt();
        if (count is < 0 or > ArticleSearch.RankedCandidates)
            throw new FormatException();
        var ranking = new long[count];
        for (var i = 0; i < count; i++)
            ranking[i] = reader.Read7BitEncodedInt64();
        var rankedAmong = reader.BaseStream.Position < reader.BaseStream.Length ? reader.Read7BitEncodedInt() : 0;
        return cursor with { Ranking = ranking, RankedAmong = rankedAmong };
    }
}
