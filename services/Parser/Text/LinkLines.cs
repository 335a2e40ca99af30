using System.Text.RegularExpressions;

namespace Dateline.Parser.Text;

/// <summary>Recognises lines that lead to another story and are no part of this one.</summary>
internal static partial class LinkLines
{
    /// <summary>Longer lines that begin like a link are prose.</summary>
    private const int MaxLength = 240;

    public static bool IsLink(string line) =>
        line.Length <= MaxLength && (Labelled().IsMatch(line) || Alone().IsMatch(line) || (MayBeAddress(line) && Address().IsMatch(line)));

    private static bool MayBeAddress(string line) => line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private const string Labels =
        "also\\s+(?:read|see|watch|listen)(?:\\s+(?:on|in)\\s+[\\w ]{2,30})?|read\\s+(?:also|more|next|this|full\\s+story)|see\\s+(?:also|more)|more\\s+(?:on\\s+(?:this|the)\\s+\\w+|here|stories)|watch(?:\\s+(?:also|here|the\\s+video|now))?|listen|related(?:\\s+(?:stories|story|articles?|news|links?|coverage|posts?|reading|topics?))?|recommended(?:\\s+\\w+)?|don['’]?t\\s+miss|must\\s+read|editors?['’]?\\s+(?:picks?|choice)|further\\s+reading|in\\s+case\\s+you\\s+missed\\s+it|you\\s+may\\s+(?:also\\s+)?like"
        + "|lesen\\s+sie\\s+(?:auch|mehr|hier)(?:\\s+dazu)?|mehr\\s+(?:dazu|zum\\s+thema|lesen)|siehe\\s+auch|lesen\\s+sie\\s+dazu|auch\\s+interessant|zum\\s+thema"
        + "|(?:à\\s+)?(?:lire|voir|écouter)\\s+(?:aussi|également|plus)|à\\s+lire|sur\\s+le\\s+même\\s+sujet"
        + "|(?:lea|lee|leer|vea|ver|mira)\\s+(?:también|tambien|más|mas)|te\\s+puede\\s+interesar|le\\s+puede\\s+interesar|puede\\s+leer|más\\s+información|relacionad[oa]s?"
        + "|(?:leia|veja|ouça|assista)\\s+(?:também|mais)|saiba\\s+mais|confira\\s+também"
        + "|leggi\\s+(?:anche|di\\s+più)|vedi\\s+anche|potrebbe\\s+interessarti"
        + "|lees\\s+(?:ook|meer|verder)|zie\\s+ook|bekijk\\s+ook"
        + "|(?:czytaj|zobacz|przeczytaj)\\s+(?:też|także|również|więcej)|läs\\s+(?:också|mer|även)|les\\s+(?:også|mer)|læs\\s+(?:også|mere)|lue\\s+(?:myös|lisää)"
        + "|(?:читайте|смотрите|см\\.)\\s+(?:также|тоже|еще|ещё)|читать\\s+(?:также|далее)|по\\s+теме|читайте\\s+(?:також|ще)"
        + "|ayrıca\\s+(?:okuyun|bakınız)|baca\\s+juga|simak\\s+juga|اقرأ\\s+(?:أيضا|أيضًا|المزيد)|यह\\s+भी\\s+पढ़ें|相关阅读|延伸阅读|あわせて読みたい|関連記事";

    [GeneratedRegex(@"^[\s\W]{0,4}(?:" + Labels + @")\s*(?::|\||[-–—»>→]+\s|…|：)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^[\s\W]{0,4}(?:" + Labels + @")(?:\s+(?:here|at\s+\S+|on\s+our\s+\w+|hier|ici|aquí|https?://\S+))?\s*[.:…»>→]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^\W{0,3}(?:https?://|www\.)\S+\W{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Address();
}
