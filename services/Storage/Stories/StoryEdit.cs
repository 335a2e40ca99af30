namespace Dateline.Storage.Stories;

/// <summary>What a person's change to stories came to.</summary>
/// <param name="StoryId">The story that has the articles now.</param>
/// <param name="Problem">Why nothing was changed.</param>
public sealed record StoryEdit(Guid StoryId, string? Problem)
{
    internal static StoryEdit Refused(string problem) => new(Guid.Empty, problem);
}
