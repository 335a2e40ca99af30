namespace Dateline.Storage.Search;

/// <summary>How many articles of a group match.</summary>
internal sealed class GroupSize
{
    public Guid Id { get; init; }

    public int Articles { get; init; }
}
