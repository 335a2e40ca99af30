namespace Dateline.Content;

/// <summary>A claim check that cannot be redeemed: the raw bytes were deleted, or the stage looks into another database.</summary>
public sealed class ContentMissingException(string key)
    : Exception($"There is no raw content under {key}. Check that all services use the same database; content past its retention cannot be parsed again.");
