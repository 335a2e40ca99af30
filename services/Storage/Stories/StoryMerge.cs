namespace Dateline.Storage.Stories;

/// <summary>Asks for stories to be put into another one.</summary>
/// <param name="Stories">Those whose articles move.</param>
public sealed record StoryMerge(IReadOnlyList<Guid> Stories);
