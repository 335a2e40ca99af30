namespace Dateline.Query.Syntax;

/// <summary>A field that a query can name.</summary>
/// <param name="Name">As written before the colon.</param>
/// <param name="Kind">How its values are read.</param>
/// <param name="Description">For people: what it searches, with an example.</param>
public sealed record QueryField(string Name, FieldKind Kind, string Description)
{
    public static readonly QueryField Title = new("title", FieldKind.Text, "Words of the title: title:budget, title:\"budget vote\"");
    public static readonly QueryField Source = new("source", FieldKind.Name, "Words of the source's name, or its id: source:\"City Desk\"");
    public static readonly QueryField Language = new("lang", FieldKind.Language, "The article's language: lang:en");
    public static readonly QueryField Site = new("site", FieldKind.Name, "A host with its subdomains, or words of the site's name: site:example.org");
    public static readonly QueryField Author = new("author", FieldKind.Name, "Words of an author's name: author:\"Mara Lind\"");
    public static readonly QueryField Tag = new("tag", FieldKind.Name, "Words of a tag: tag:climate");
    public static readonly QueryField Entity = new("entity", FieldKind.Name, "Somebody or something the article names: entity:\"Narendra Modi\"");
    public static readonly QueryField Place = new("place", FieldKind.Name, "A place the article names, or a country's code: place:Geneva, place:IN");
    public static readonly QueryField Topic = new("topic", FieldKind.Name, "A topic's code or words of its label: topic:sport");
    public static readonly QueryField Story = new("story", FieldKind.Id, "The articles of one story, by its id, which every article names as storyId: story:0192d3a0-0000-7000-8000-000000000001");
    public static readonly QueryField Has = new("has", FieldKind.Closed, "What the article has: has:image, author, date, summary, entity, place, quote, dateline");
    public static readonly QueryField Published = new("published", FieldKind.Range, "When it was published: published:2023-03, published:2023-03-01..2023-03-31, published:2024..");
    public static readonly QueryField Stored = new("stored", FieldKind.Range, "When it was first stored: stored:2023-03-30..");

    public static readonly IReadOnlyList<QueryField> All =
        [Title, Source, Language, Site, Author, Tag, Entity, Place, Topic, Story, Has, Published, Stored];

    /// <summary>What <c>has:</c> can ask for.</summary>
    public static readonly IReadOnlyList<string> Parts = ["author", "date", "dateline", "entity", "image", "place", "quote", "summary"];

    /// <summary>The field of that name, in any case; common other names included.</summary>
    public static QueryField? Find(string name) => name.ToLowerInvariant() switch
    {
        "language" => Language,
        "by" => Author,
        "host" => Site,
        "date" => Published,
        var lower => All.FirstOrDefault(field => field.Name == lower),
    };
}
