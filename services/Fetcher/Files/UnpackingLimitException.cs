namespace Dateline.Fetcher.Files;

/// <summary>A file goes beyond what may be taken out of one. The message says which bound, and what to do.</summary>
public sealed class UnpackingLimitException(string message) : Exception(message);
