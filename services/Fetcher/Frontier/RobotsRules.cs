using System.Globalization;
using System.Text;

namespace Dateline.Fetcher.Frontier;

/// <summary>
/// What a robots.txt allows us, by RFC 9309: the groups that name us, else those for everybody; the longest matching rule counts, and
/// allowing wins a tie.
/// </summary>
public sealed class RobotsRules
{
    /// <summary>RFC 9309 §2.5 asks for at least 500 KiB; what comes after is not read.</summary>
    public const int MaxCharacters = 500 << 10;

    /// <summary>Non-standard and often absurd; beyond this a site is as good as closed.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    private readonly List<(bool Allow, string Pattern)> _rules = [];

    private RobotsRules()
    {
    }

    /// <summary>The pause between requests that the site asks for.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    /// <summary>Set when the site's own rules could not be had: nothing may be fetched until they are asked for again.</summary>
    public DateTime? UnknownUntil { get; private init; }

    /// <summary>What stands for a robots.txt that could not be had because of the server: everything is forbidden (RFC 9309 §2.3.1.4).</summary>
    public static RobotsRules Unknown(DateTime until)
    {
        var rules = new RobotsRules { UnknownUntil = until };
        rules.Add("disallow", "/");
        return rules;
    }

    /// <param name="product">The first word of the user agent, without its version.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var groups = Groups(text.Length > MaxCharacters ? text[..MaxCharacters] : text);
        var ours = groups.Where(group => group.Agents.Any(agent => agent.Equals(product, StringComparison.OrdinalIgnoreCase))).ToList();
        var rules = new RobotsRules();
        foreach (var line in (ours.Count > 0 ? ours : groups.Where(group => group.Agents.Contains("*"))).SelectMany(group => group.Lines))
            rules.Add(line.Name, line.Value);
        return rules;
    }

    /// <summary>The rule that forbids the address; null when it may be fetched.</summary>
    public string? Forbids(Uri url)
    {
        var path = Normalise(url.PathAndQuery, rule: false);
        if (path == "/robots.txt")
            return null;

        var best = (Allow: true, Pattern: "");
        foreach (var rule in _rules.Where(rule => Matches(rule.Pattern, path)))
        {
            if (rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.Allow))
                best = rule;
        }

        return best.Allow ? null : best.Pattern;
    }

    private void Add(string name, string value)
    {
        if (name is "allow" or "disallow" && value.Length > 0)
            _rules.Add((name == "allow", Normalise(value, rule: true)));
        else if (name == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6)
            CrawlDelay = TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay.TotalSeconds));
    }

    /// <summary>Consecutive user-agent lines begin one group; a rule without a group is nobody's.</summary>
    private static List<(List<string> Agents, List<(string Name, string Value)> Lines)> Groups(string text)
    {
        var groups = new List<(List<string> Agents, List<(string Name, string Value)> Lines)>();
        var open = false;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var content = line.Split('#')[0];
            var colon = content.IndexOf(':');
            if (colon < 0)
                continue;

            var (name, value) = (content[..colon].Trim().ToLowerInvariant(), content[(colon + 1)..].Trim());
            if (name == "user-agent")
            {
                if (!open)
                    groups.Add(([], []));
                groups[^1].Agents.Add(value.Split('/', ' ')[0]);
                open = true;
            }
            else if (name is "allow" or "disallow" or "crawl-delay")
            {
                open = false;
                if (groups.Count > 0)
                    groups[^1].Lines.Add((name, value));
            }
        }

        return groups;
    }

    /// <summary>Greedy with one step back for each star: linear for what sites write, bounded for what they do not.</summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var end = anchored ? pattern.Length - 1 : pattern.Length;
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < path.Length)
        {
            if (p == end && !anchored)
                return true;
            if (p < end && pattern[p] == '*')
                (star, mark, p) = (p, t, p + 1);
            else if (p < end && pattern[p] == path[t])
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t, mark) = (star + 1, mark + 1, mark + 1);
            else
                return false;
        }

        while (p < end && pattern[p] == '*')
            p++;
        return p == end;
    }

    /// <summary>
    /// One spelling for each path (RFC 9309 §2.2.2): letters outside ASCII percent-encoded, escapes in upper case, and undone where the
    /// character means nothing in an address.
    /// </summary>
    /// <param name="rule">In a rule a star is a wildcard and a dollar at the end anchors it; anywhere else they are characters.</param>
    private static string Normalise(string path, bool rule)
    {
        var text = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                Append(text, (char)Convert.ToByte(path.Substring(i + 1, 2), 16));
                i += 2;
            }
            else if (path[i] == '*' && !rule || path[i] == '$' && !(rule && i == path.Length - 1))
                text.Append(CultureInfo.InvariantCulture, $"%{(int)path[i]:X2}");
            else if (path[i] < 128)
                text.Append(path[i]);
            else
            {
                var length = char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? 2 : 1;
                foreach (var octet in Encoding.UTF8.GetBytes(path.Substring(i, length)))
                    text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
                i += length - 1;
            }
        }

        return text.ToString();
    }

    /// <summary>RFC 3986 §2.3 lists the characters that are the same with and without their escape.</summary>
    private static void Append(StringBuilder text, char escaped)
    {
        if (char.IsAsciiLetterOrDigit(escaped) || escaped is '-' or '.' or '_' or '~')
            text.Append(escaped);
        else
            text.Append(CultureInfo.InvariantCulture, $"%{(int)escaped:X2}");
    }
}
