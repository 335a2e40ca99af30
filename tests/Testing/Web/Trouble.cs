namespace Dateline.Testing;

/// <summary>What is wrong, or at least special, with a paper of the simulated news web.</summary>
public enum Trouble
{
    /// <summary>A plain feed without validators, and no robots.txt.</summary>
    None,

    /// <summary>The feed has an ETag and a Last-Modified in an odd spelling, and answers 304 to whoever sends them back untouched.</summary>
    Validated,

    /// <summary>The feed has moved for good.</summary>
    Moved,

    /// <summary>The feed claims to be unmodified whatever happens.</summary>
    ClaimsUnmodified,

    /// <summary>The feed is gone for good (410).</summary>
    Gone,

    /// <summary>The feed answers 429 with a Retry-After at the first request.</summary>
    FeedBusy,

    /// <summary>The first two pages that are asked for answer 429 with a Retry-After.</summary>
    Busy,

    /// <summary>The first two pages that are asked for answer 503 without a word about when.</summary>
    Overloaded,

    /// <summary>The feed comes a few bytes at a time and never ends.</summary>
    Trickles,

    /// <summary>The feed redirects in a circle.</summary>
    Circles,

    /// <summary>The feed's address serves the paper's home page.</summary>
    ServesHtml,

    /// <summary>The feed is a decompression bomb.</summary>
    Bomb,

    /// <summary>robots.txt forbids half of the pages.</summary>
    RobotsForbids,

    /// <summary>robots.txt asks for a longer pause.</summary>
    RobotsDelays,

    /// <summary>robots.txt cannot be had for a while.</summary>
    RobotsBroken,

    /// <summary>robots.txt is a page that says "not found" with status 200.</summary>
    RobotsHtml,

    /// <summary>The feed links by way of a counting service on another host.</summary>
    PagesRedirect,

    /// <summary>Half of the pages are not there.</summary>
    PagesMissing,

    /// <summary>The feed names each page twice, once by way of the paper's own counter.</summary>
    NamesTwice,
}
