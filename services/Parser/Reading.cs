using Dateline.Contracts;

namespace Dateline.Parser;

/// <summary>A reader's answer: a draft, or the reason why there is none.</summary>
internal readonly record struct Reading(Draft? Draft, RejectionReason Reason, string Detail)
{
    public IReadOnlyList<FeedLink> Feeds { get; init; } = [];

    public static Reading Of(Draft draft) => new(draft, RejectionReason.Unknown, "") { Feeds = [] };

    public static Reading None(RejectionReason reason, string detail) => new(null, reason, detail) { Feeds = [] };
}
