using System.Collections.Frozen;

namespace Dateline.Parser.Dates;

/// <summary>Month names and their abbreviations in English, German, French, Spanish, Portuguese, Italian, Dutch and Russian.</summary>
internal static class MonthNames
{
    private static readonly string[] Spellings =
    [
        "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari январь января янв",
        "february feb februar février févr fév febrero fevereiro fev febbraio febr februari февраль февраля фев",
        "march mar märz mrz mär mars marzo março maart mrt март марта мар",
        "april apr avril avr abril abr aprile апрель апреля апр",
        "may mai mayo maio maggio mag mei май мая",
        "june jun juni juin junio junho giugno giu июнь июня июн",
        "july jul juli juillet juil julio julho luglio lug июль июля июл",
        "august aug août agosto ago ago augustus август августа авг",
        "september sep sept septembre septiembre setiembre setembro set settembre сентябрь сентября сен сент",
        "october oct oktober okt octobre octubre outubro out ottobre ott октябрь октября окт",
        "november nov novembre noviembre novembro ноябрь ноября ноя",
        "december dec dezember dez décembre déc diciembre dic dezembro dicembre декабрь декабря дек",
    ];

    private static readonly FrozenDictionary<string, int> Months = Spellings
        .SelectMany((names, index) => names.Split(' ').Select(name => (name, index)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.index + 1, StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12, or 0 for a word that is no month. A dot at the end is ignored.</summary>
    public static int Find(ReadOnlySpan<char> word) =>
        Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.TrimEnd('.'), out var month) ? month : 0;
}
