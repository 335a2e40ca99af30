using System.Text.RegularExpressions;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Tells the names of people from those of organisations, from their posts and from the words that stand beside names.</summary>
internal static partial class PersonName
{
    private const int MaxWords = 6;

    /// <summary>"Ana Ruiz", "Dr. Jan van den Berg", "王小明"; never "Political Editor", "Last updated", "ar" or "City Desk".</summary>
    public static bool Is(string name)
    {
        if (name.Length is < 2 or > 60 || name.Any(character => char.IsDigit(character) || character is ':' or '@' or '/' or '|' or '?' or '!') || IsOrganisation(name) || NoName().IsMatch(name))
            return false;
        if (Unspaced().IsMatch(name))
            return true;

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= MaxWords
            && IsCapital(words[0])
            && IsCapital(words[^1])
            && words.All(word => IsCapital(word) || Particle().IsMatch(word));
    }

    /// <summary>An agency, a desk, a company or an address in place of a name.</summary>
    public static bool IsOrganisation(string name) => Bylines.IsAgency(name) || Organisation().IsMatch(name);

    /// <summary>What a content system calls a user: "jdoe-2", "harbourpost"; nobody is called so.</summary>
    public static bool IsLogin(string name) => Login().IsMatch(name);

    private static bool IsCapital(string word) => char.IsUpper(word[0]) || char.GetUnicodeCategory(word[0]) == System.Globalization.UnicodeCategory.OtherLetter || (word.Length > 2 && word[1] is '\'' or '’');

    [GeneratedRegex(@"^(?:de|del|della|di|da|do|dos|du|des|van|von|der|den|dem|ter|ten|zu|zur|la|le|el|al|bin|bint|ibn|ben|y|e|of|af|av|und)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Particle();

    [GeneratedRegex(@"^(?:\p{IsCJKUnifiedIdeographs}{2,4}|\p{IsHangulSyllables}{2,4}|[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}・]{2,10})$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Unspaced();

    [GeneratedRegex(@"\b(?:redaktion|redacción|rédaction|redação|redazione|redactie|redaksi|redaktionen|newsroom|news|nachrichten|noticias|notícias|team|staff|editors|editorial|desk|agency|agence|agencia|agenzia|agentur|press|office|bureau|department|institute|university|ministry|association|society|foundation|group|committee|council|inc|ltd|llc|gmbh|ag|company|magazine|online|official|correspondents|contributors)\b\.?|\.(?:com|org|net|info|[a-z]{2})$|редакция|编辑部|通讯社|일보|신문", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"\b(?:about|more|here|sign|log|login|written|author|autor|auteur|posted|published|updated|last|read|subscribe|share|follow|photo|image|foto|photograph\w*|by|articles?|posts?|comments?|views?|minutes?|home|menu|search|news\w*|editor|reporter\w*|correspondent|writer|journalist\w*|redakteur\w*|korrespondent\w*|columnist|chief|director|professor|producer|manager|coordinator|specialist|analyst|contributor|founder|president|officer|expert|consultant|ceo|source|quelle|privacy|policy|terms|contact|cookies?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NoName();

    [GeneratedRegex(@"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$|^(?i:super[ -]?user|administrator|admin|root|webmaster|site[ -]?admin)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Login();
}
