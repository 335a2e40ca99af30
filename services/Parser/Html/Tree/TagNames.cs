namespace Dateline.Parser.Html.Tree;

/// <summary>Names and traits of the elements that HTML knows.</summary>
internal static class TagNames
{
    private static readonly string[] Names =
        [.. Enumerable.Range(0, (int)Tag.AnnotationXml + 1).Select(number => (Tag)number switch
        {
            Tag.None => "",
            Tag.AnnotationXml => "annotation-xml",
            var tag => tag.ToString().ToLowerInvariant(),
        })];

    private static readonly NameTable Table = new([.. Names.Skip(1)]);
    private static readonly TagTraits[] Traits = new TagTraits[(int)Tag.FirstOther];

    static TagNames()
    {
        Set(TagTraits.Special, "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp");
        Set(TagTraits.Formatting, "a b big code em font i nobr s small strike strong tt u");
        Set(TagTraits.Void, "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
        Set(TagTraits.Scope, "applet caption html table td th marquee object template");
        Set(TagTraits.ImpliedEnd, "dd dt li optgroup option p rb rp rt rtc");
        Set(TagTraits.ClosesParagraph, "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p search section summary ul");
        Set(TagTraits.BreaksForeign, "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var");
        Set(TagTraits.Heading, "h1 h2 h3 h4 h5 h6");
        Set(TagTraits.TablePart, "table tbody tfoot thead tr");
        Set(TagTraits.HeadContent, "base basefont bgsound link meta noframes script style template title");
    }

    public static Tag Find(ReadOnlySpan<char> name) => (Tag)Table.Find(name);

    public static string Of(Tag tag) => Names[(int)tag];

    public static bool Has(this Tag tag, TagTraits trait) => tag < Tag.FirstOther && (Traits[(int)tag] & trait) != 0;

    private static void Set(TagTraits trait, string names)
    {
        foreach (var name in names.Split(' '))
        {
            var tag = Find(name);
            if (tag == Tag.None)
                throw new InvalidOperationException($"{name} is no known element.");
            Traits[(int)tag] |= trait;
        }
    }
}
