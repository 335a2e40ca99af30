using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dateline.Fetcher.Feeds;

/// <summary>Month names, time zones and fillers as feeds write them, in the languages of feeds that do not use English dates.</summary>
internal static class DateWords
{
    // Without diacritics, in lower case; English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian,
    // Polish, Czech, Hungarian, Turkish, Russian, Greek.
    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "jan january januar janvier janv jaenner janner enero ene gennaio gen janeiro januari styczen stycznia leden ledna ocak январь января янв ιανουαριος ιανουαριου ιαν",
        "feb february febr februar fevrier fevr fev febrero febbraio fevereiro februari luty lutego unor unora subat февраль февраля фев φεβρουαριος φεβρουαριου φεβ",
        "mar march marz maerz mrz mars marzo marco maart mrt marzec marca brezen brezna marcius marc mart март марта μαρτιος μαρτιου μαρ",
        "apr april avril avr abril abr aprile kwiecien kwietnia duben dubna aprilis nisan апрель апреля апр απριλιος απριλιου απρ",
        "may mai mayo maggio mag maio mei maj maja kveten kvetna majus mayis май мая μαιος μαιου μαι",
        "jun june juni juin junio giugno giu junho czerwiec czerwca cerven cervna junius haziran июнь июня июн ιουνιος ιουνιου ιουν",
        "jul july juli juillet juil julio luglio lug julho lipiec lipca cervenec cervence julius temmuz июль июля июл ιουλιος ιουλιου ιουλ",
        "aug august aout agosto ago augustus augusti sierpien sierpnia srpen srpna augusztus agustos август августа авг αυγουστος αυγουστου αυγ",
        "sep september sept septembre septiembre settembre set setembro wrzesien wrzesnia zari szeptember szept eylul сентябрь сентября сен сент σεπτεμβριος σεπτεμβριου σεπ",
        "oct october okt oktober octobre octubre ottobre ott outubro out pazdziernik pazdziernika rijen rijna ekim октябрь октября окт οκτωβριος οκτωβριου οκτ",
        "nov november novembre noviembre novembro listopad listopada kasim ноябрь ноября ноя νοεμβριος νοεμβριου νοε",
        "dec december dez dezember decembre diciembre dic dicembre dezembro des desember grudzien grudnia prosinec prosince aralik декабрь декабря дек δεκεμβριος δεκεμβριου δεκ");

    // Names whose clock is not in doubt; EST and the like mean America in feeds. Minutes east of Greenwich.
    private static readonly FrozenDictionary<string, int> Zones = new Dictionary<string, int>
    {
        ["z"] = 0,
        ["ut"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["wet"] = 0,
        ["est"] = -300,
        ["edt"] = -240,
        ["et"] = -300,
        ["cst"] = -360,
        ["cdt"] = -300,
        ["ct"] = -360,
        ["mst"] = -420,
        ["mdt"] = -360,
        ["mt"] = -420,
        ["pst"] = -480,
        ["pdt"] = -420,
        ["pt"] = -480,
        ["akst"] = -540,
        ["akdt"] = -480,
        ["hst"] = -600,
        ["ast"] = -240,
        ["adt"] = -180,
        ["at"] = -240,
        ["nst"] = -210,
        ["ndt"] = -150,
        ["bst"] = 60,
        ["cet"] = 60,
        ["cest"] = 120,
        ["met"] = 60,
        ["mez"] = 60,
        ["mest"] = 120,
        ["mesz"] = 120,
        ["west"] = 60,
        ["eet"] = 120,
        ["eest"] = 180,
        ["msk"] = 180,
        ["msd"] = 240,
        ["trt"] = 180,
        ["ist"] = 330,
        ["pkt"] = 300,
        ["npt"] = 345,
        ["jst"] = 540,
        ["kst"] = 540,
        ["hkt"] = 480,
        ["sgt"] = 480,
        ["pht"] = 480,
        ["wib"] = 420,
        ["ict"] = 420,
        ["awst"] = 480,
        ["acst"] = 570,
        ["acdt"] = 630,
        ["aest"] = 600,
        ["aedt"] = 660,
        ["nzst"] = 720,
        ["nzdt"] = 780,
        ["sast"] = 120,
        ["cat"] = 120,
        ["eat"] = 180,
        ["wat"] = 60,
        ["brt"] = -180,
        ["brst"] = -120,
        ["art"] = -180,
        ["clt"] = -240,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Fillers = new[]
    {
        "de", "del", "of", "um", "uhr", "le", "a", "kl", "klo", "the", "on", "den", "der", "il", "di", "the", "г", "года", "в", "h", "at",
        "년", "월", "일", "年", "月", "日",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Afternoon = new[] { "pm", "오후", "下午", "μμ" }.ToFrozenSet();

    private static readonly FrozenSet<string> Morning = new[] { "am", "오전", "上午", "πμ" }.ToFrozenSet();

    /// <summary>Lower case, without diacritics and full stops.</summary>
    public static string Key(string word)
    {
        var lower = word.Replace(".", "").ToLowerInvariant();
        if (Ascii.IsValid(lower))
            return lower;

        return string.Concat(lower.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Normalize(NormalizationForm.FormC);
    }

    public static int? Month(string key) => Months.TryGetValue(key, out var month) ? month : null;

    public static int? Zone(string key) => Zones.TryGetValue(key, out var minutes) ? minutes : null;

    public static bool IsFiller(string key) => Fillers.Contains(key) || key.StartsWith("th", StringComparison.Ordinal) && key.Length == 2;

    public static bool IsAfternoon(string key) => Afternoon.Contains(key);

    public static bool IsMorning(string key) => Morning.Contains(key);

    /// <summary>"16th", "1er", "2º": what is left of an ordinal when its number is cut off.</summary>
    public static bool IsOrdinal(string key) => key is "st" or "nd" or "rd" or "th" or "er" or "º" or "ª" or "o";

    private static FrozenDictionary<string, int> Numbered(params string[] months) =>
        months.SelectMany((names, index) => names.Split(' ').Select(name => KeyValuePair.Create(name, index + 1)))
            .DistinctBy(pair => pair.Key)
            .ToFrozenDictionary();
}
