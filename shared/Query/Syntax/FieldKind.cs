namespace Dateline.Query.Syntax;

/// <summary>How the values of a field are read.</summary>
public enum FieldKind
{
    /// <summary>Words in the article's own language.</summary>
    Text,

    /// <summary>Words of a name: found in order within one name, never stemmed.</summary>
    Name,

    /// <summary>A language tag.</summary>
    Language,

    /// <summary>An id.</summary>
    Id,

    /// <summary>One of a closed list.</summary>
    Closed,

    /// <summary>A span of time.</summary>
    Range,
}
