namespace Dateline.Persistence;

/// <summary>Which database holds a schema. Chosen by connection strings, nothing else.</summary>
public enum DatabaseKind
{
    /// <summary>A file in the data folder: the default that needs no set-up.</summary>
    Sqlite,

    /// <summary>Chosen by <c>ConnectionStrings:Postgres</c>; shared by replicas.</summary>
    Postgres,
}
