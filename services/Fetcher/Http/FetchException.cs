namespace Dateline.Fetcher.Http;

/// <summary>Carries a typed failure out of the depths of the handler; never leaves the client.</summary>
internal sealed class FetchException(FetchFailureKind kind, string message) : Exception(message)
{
    public FetchFailureKind Kind { get; } = kind;
}
