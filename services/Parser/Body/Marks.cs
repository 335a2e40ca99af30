using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Body;

/// <summary>
/// Reads what templates say about an element in its name, class, id and role. Kinds of words, not words: one template
/// writes "share-bar" and another "SocialLinks".
/// </summary>
internal sealed class Marks
{
    private static readonly string[] Kinds =
    [
        "article", "content", "body", "text copy prose richtext rte", "story", "post blog", "entry", "main primary", "paragraph para graf",
        "comment disqus reply replies discussion respond", "related similar recommend recommended recommendation suggested outbrain taboola recirc",
        "more also next prev previous pagination pager", "share sharing social facebook twitter follow addthis sharedaddy",
        "newsletter subscribe subscription signup mailing optin inbox", "promo promotion cta offer deal buy shop product price",
        "ad advert advertisement sponsor sponsored dfp gpt banner", "nav navigation menu navbar breadcrumb", "footer foot bottom colophon", "header masthead",
        "sidebar aside rail secondary complementary", "author byline bio contributor writer profile avatar", "date time published updated timestamp meta metadata info",
        "caption credit photo image figure gallery picture media slideshow", "tag category categories topic keyword label taxonomy", "widget module component plugin",
        "list item grid feed index", "card teaser tile thumb thumbnail excerpt snippet preview", "title headline heading kicker", "summary lead lede standfirst dek intro subtitle description abstract",
        "cookie consent gdpr privacy notice", "popup modal overlay lightbox dialog toast", "copyright legal disclaimer term license", "video player audio embed podcast playlist",
        "login register paywall premium account password piano", "search input contact", "rating review score vote like reaction", "toc contents outline glossary faq footnote reference",
        "hidden visually sr screen print invisible", "wrapper container inner outer layout page site", "trending popular latest top mostread hot featured recent", "quote pullquote",
        "inline inset infobox factbox box", "highlight keypoint takeaway bullet", "event calendar weather stock ticker live",
    ];

    private static readonly string[] Tags = ["article", "main", "aside", "nav", "footer", "header", "section", "form", "ul", "table", "figure", "blockquote", "a", "details", "dl"];

    private static readonly Dictionary<string, ulong> Words = Kinds.Index()
        .SelectMany(kind => kind.Item.Split(' ').Select(word => (word, kind.Index)))
        .ToDictionary(pair => pair.word, pair => 1ul << pair.Index, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, ulong> TagBits = Tags.Index()
        .Select(tag => (tag.Item, Bit: 1ul << (Kinds.Length + tag.Index))).Append(("ol", 1ul << (Kinds.Length + Array.IndexOf(Tags, "ul"))))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly ulong Hidden = 1ul << (Kinds.Length + Tags.Length);

    /// <summary>Marks of footers and comments.</summary>
    public static ulong OutsideStory { get; } = Words["footer"] | Words["comment"] | TagBits["footer"];

    private readonly Dictionary<string, ulong> seen = new(StringComparer.Ordinal);

    public static int Count => Kinds.Length + Tags.Length + 1;

    public ulong Read(Node element)
    {
        var marks = TagBits.GetValueOrDefault(element.LocalName) | Of(element.ReadAttribute("class")) | Of(element.ReadAttribute("id"));
        foreach (var attribute in element.Attributes)
        {
            switch (attribute.Name)
            {
                case "role" or "itemprop" or "data-testid" or "data-component":
                    marks |= Of(attribute.Value);
                    break;
                case "hidden":
                case "aria-hidden" when attribute.Value == "true":
                case "style" when HidesElement(attribute.Value):
                    marks |= Hidden;
                    break;
            }
        }

        return marks;
    }

    private static bool HidesElement(string style) =>
        style.Contains("display", StringComparison.OrdinalIgnoreCase) && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private ulong Of(ReadOnlySpan<char> names)
    {
        if (names.IsEmpty || names.Length > 400)
            return 0;
        var known = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(names, out var marks))
            known[names] = marks = Split(names);
        return marks;
    }

    private static ulong Split(ReadOnlySpan<char> names)
    {
        var marks = 0ul;
        for (var i = 0; i < names.Length;)
        {
            var start = i;
            while (i < names.Length && char.IsAsciiLetter(names[i]) && (i == start || !(char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1]))))
                i++;
            marks |= Word(names[start..i]);
            if (i == start)
                i++;
        }

        return marks;
    }

    private static ulong Word(ReadOnlySpan<char> word)
    {
        if (word.Length < 2)
            return 0;
        if (Single(word) is var marks and not 0)
            return marks;

        // "articlebody", "relatedposts"
        for (var i = 3; i <= word.Length - 3; i++)
        {
            if (Single(word[..i]) is var first and not 0 && Single(word[i..]) is var second and not 0)
                return first | second;
        }

        return 0;
    }

    private static ulong Single(ReadOnlySpan<char> word) =>
        Lookup.TryGetValue(word, out var marks) || (word.Length > 2 && word[^1] is 's' or 'S' && Lookup.TryGetValue(word[..^1], out marks)) ? marks : 0;
}
