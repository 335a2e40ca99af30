using System.Diagnostics.CodeAnalysis;

namespace Dateline.Fetcher.Files;

/// <summary>
/// What other people call the parts of an article: the columns of their tables and the members of their JSON, those of objects
/// within as "head.title", those of lists as "authors.0".
/// </summary>
public sealed class FieldMap
{
    /// <summary>The list in which the documents are, where JSON has it inside of an object.</summary>
    private const string Items = "items";

    /// <summary>Ours, and the name that the parser prefers for it in JSON.</summary>
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "headline",
        ["text"] = "articleBody",
        ["html"] = "body_html",
        ["url"] = "url",
        ["published"] = "datePublished",
        ["modified"] = "dateModified",
        ["author"] = "author",
        ["language"] = "inLanguage",
        ["tags"] = "keywords",
        ["source"] = "publisher",
        ["image"] = "image",
        [Items] = Items,
    };

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="fields">Theirs, and ours: <c>Inhalt</c> = <c>text</c>.</param>
    /// <exception cref="ArgumentException">One of ours is none of the names there are. The message is for people.</exception>
    public FieldMap(IEnumerable<KeyValuePair<string, string>> fields)
    {
        foreach (var (theirs, ours) in fields)
        {
            if (!Meanings.ContainsKey(ours))
                throw new ArgumentException($"'{theirs}' cannot mean '{ours}'. It can mean {string.Join(", ", Meanings.Keys)}.");
            if (ours.Equals(Items, StringComparison.OrdinalIgnoreCase))
                ListPath = theirs.Split('.');
            else
                this.fields[theirs] = ours.ToLowerInvariant();
        }
    }

    public static FieldMap None { get; } = new([]);

    public bool IsEmpty => fields.Count == 0;

    /// <summary>Where the documents are in JSON; null: it is one, or a list of them.</summary>
    public string[]? ListPath { get; }

    /// <summary>Theirs as a path, and the name that the parser prefers.</summary>
    public IEnumerable<(string[] Path, string Name)> Paths => fields.Select(pair => (pair.Key.Split('.'), Meanings[pair.Value]));

    /// <summary>"Inhalt=text,Kopf.Titel=title".</summary>
    /// <exception cref="ArgumentException">It cannot be read. The message is for people.</exception>
    public static FieldMap Parse(string? text)
    {
        var pairs = (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        return pairs.Find(pair => pair.Length != 2) is { } wrong
            ? throw new ArgumentException($"'{wrong[0]}' says not what it means. Write theirs=ours, parted by commas: Inhalt=text,Kopf.Titel=title.")
            : new FieldMap(pairs.Select(pair => KeyValuePair.Create(pair[0], pair[1])));
    }

    /// <param name="problem">For people.</param>
    public static bool TryParse(string? text, out FieldMap fields, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (fields, problem) = (Parse(text), null);
            return true;
        }
        catch (ArgumentException wrong)
        {
            (fields, problem) = (None, wrong.Message);
            return false;
        }
    }

    /// <summary>Ours for a column; what nobody explained is called what it is called.</summary>
    public string Meaning(string column) => fields.GetValueOrDefault(column, column);

    /// <summary>These, and of the others what these do not say.</summary>
    public FieldMap Over(FieldMap others) => IsEmpty && ListPath is null ? others : new FieldMap([.. others.Pairs, .. Pairs]);

    private IEnumerable<KeyValuePair<string, string>> Pairs =>
        ListPath is null ? fields : fields.Append(KeyValuePair.Create(string.Join('.', ListPath), Items));
}
