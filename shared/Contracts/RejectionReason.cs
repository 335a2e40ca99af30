using System.Text.Json.Serialization;

namespace Dateline.Contracts;

/// <summary>The closed list of reasons for which a stage stops a document.</summary>
[JsonConverter(typeof(WireEnumConverter<RejectionReason>))]
public enum RejectionReason
{
    Unknown,

    /// <summary>Bytes of a kind that no parser reads.</summary>
    UnsupportedFormat,

    /// <summary>The format was recognised, and the bytes break its rules.</summary>
    Malformed,

    /// <summary>Nothing is in it.</summary>
    Empty,

    /// <summary>Text, but too little of it to be an article.</summary>
    TooShort,

    /// <summary>Larger, deeper or slower than the bounds allow.</summary>
    TooLarge,

    /// <summary>A page that lists articles.</summary>
    Listing,

    /// <summary>A site's front page.</summary>
    HomePage,

    /// <summary>A page that asks to sign in or to pay.</summary>
    LoginWall,

    /// <summary>A page that asks for consent before it shows anything.</summary>
    ConsentPage,

    /// <summary>A "not found" or "something went wrong" page.</summary>
    ErrorPage,

    /// <summary>Readable, but no article: code, numbers, a menu.</summary>
    NotAnArticle,

    /// <summary>A feed where an article was expected: feeds are read by the fetcher.</summary>
    Feed,

    /// <summary>A rule of the archive says that such articles are not kept.</summary>
    DroppedByRule,
}
