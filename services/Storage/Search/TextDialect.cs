using Dateline.Persistence;

namespace Dateline.Storage.Search;

/// <summary>Chooses how words are asked for.</summary>
internal static class TextDialect
{
    public static ITextDialect Of(DatabaseKind kind) => kind == DatabaseKind.Postgres ? new PostgresText() : new SqliteText();
}
