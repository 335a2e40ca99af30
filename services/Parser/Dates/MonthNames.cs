using System.Collections.Frozen;

namespace Dateline.Parser.Dates;

/// <summary>Month names and their abbreviations in the languages that news is most often written in.</summary>
internal static class MonthNames
{
    private static readonly string[] Spellings =
    [
        "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari январь января янв styczeń stycznia januára január januari gener tammikuu tammikuuta leden ledna ianuarie ocak oca січень січня януари يناير जनवरी siječnja januara ιανουαρίου januar",
        "february feb februar février févr fév febrero fevereiro fev febbraio febr februari февраль февраля фев luty lutego februára február februari febrer helmikuu helmikuuta únor února februarie şubat şub лютий лютого февруари فبراير फरवरी veljače februara φεβρουαρίου februar",
        "march mar märz mrz mär mars marzo março maart mrt март марта мар marzec marca március mars març maaliskuu maaliskuuta březen března martie mart березень березня март مارس मार्च ožujka marts μαρτίου maret",
        "april apr avril avr abril abr aprile апрель апреля апр kwiecień kwietnia apríla április huhtikuu huhtikuuta duben dubna aprilie nisan nis квітень квітня април أبريل ابريل अप्रैल travnja aprila απριλίου",
        "may mai mayo maio maggio mag mei май мая maj maja mája május maig toukokuu toukokuuta květen května mayıs травень травня май مايو मई svibnja μαΐου",
        "june jun juni juin junio junho giugno giu июнь июня июн czerwiec czerwca júna június juny kesäkuu kesäkuuta červen června iunie haziran haz червень червня юни يونيو जून lipnja juna ιουνίου",
        "july jul juli juillet juil julio julho luglio lug июль июля июл lipiec lipca júla július juliol heinäkuu heinäkuuta červenec července iulie temmuz tem липень липня юли يوليو जुलाई srpnja jula ιουλίου",
        "august aug août agosto ago ago augustus август августа авг sierpień sierpnia augusta augusztus agost elokuu elokuuta srpen srpna ağustos ağu серпень серпня август أغسطس اغسطس अगस्त kolovoza avgusta αυγούστου augusti agustus",
        "september sep sept septembre septiembre setiembre setembro set settembre сентябрь сентября сен сент wrzesień września septembra szeptember setembre syyskuu syyskuuta září septembrie eylül eyl вересень вересня септември سبتمبر सितंबर सितम्बर rujna σεπτεμβρίου",
        "october oct oktober okt octobre octubre outubro out ottobre ott октябрь октября окт październik października októbra október lokakuu lokakuuta říjen října octombrie ekim eki жовтень жовтня октомври أكتوبر اكتوبر अक्टूबर oktobra οκτωβρίου",
        "november nov novembre noviembre novembro ноябрь ноября ноя listopad listopada novembra november marraskuu marraskuuta listopadu noiembrie kasım kas листопада ноември نوفمبر नवंबर studenoga studenog νοεμβρίου",
        "december dec dezember dez décembre déc diciembre dic dezembro dicembre декабрь декабря дек grudzień grudnia decembra december desember joulukuu joulukuuta prosinec prosince decembrie desembre aralık ara грудень грудня декември ديسمبر दिसंबर दिसम्बर prosinca δεκεμβρίου desember",
    ];

    private static readonly FrozenDictionary<string, int> Months = Spellings
        .SelectMany((names, index) => names.Split(' ').Select(name => (name, index)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.index + 1, StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12, or 0 for a word that is no month. A dot at the end is ignored.</summary>
    public static int Find(ReadOnlySpan<char> word) =>
        Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.TrimEnd('.'), out var month) ? month : 0;
}
