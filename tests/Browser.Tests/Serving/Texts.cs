namespace Dateline.Browser.Tests.Serving;

/// <summary>What the site is filled with.</summary>
internal static class Texts
{
    public const string Budget = """
        <!doctype html><html lang="en"><head><title>Council approves budget after marathon session</title>
        <meta property="og:site_name" content="Valley Courier"><meta property="article:published_time" content="2026-05-11T18:30:00+02:00"></head>
        <body><article><h1>Council approves budget after marathon session</h1>
        <p>The city council approved a budget of 214 million early on Thursday after a session that lasted fourteen hours and ended in a vote of nine to six.</p>
        <p>The largest share goes to the repair of four bridges over the river, which engineers had rated as unsafe for lorries since last autumn.
        Smaller sums are set aside for night buses and for a library in the northern district.</p>
        <p>One member read the words &lt;script&gt;alert("pools")&lt;/script&gt; into the minutes, as a protest against the council's new software and its price.</p>
        <p>The mayor is expected to sign on Monday. Opponents have two weeks to collect signatures for a referendum, which would need five per cent of all voters.</p>
        </article></body></html>
        """;

    public const string Harbour = """
        Rotterdam, 12 May 2026 (NWS): The harbour authority said on Tuesday that the new tidal gate had passed its first storm test, after winds of up to 110 km/h pushed the sea level almost two metres above normal.

        Engineers watched the two steel doors close within eleven minutes, three minutes faster than the contract asks for.

        The authority plans two more tests before the gate is handed over in September. Shipping companies had warned that a longer closing time would cost them dearly.
        """;

    public const string Late = """
        Graz, 13 May 2026 (TDN): The tram line to the university will close for six weeks in July, the operator said on Wednesday, because the rails on the main square have to be replaced.

        Buses will run instead, every four minutes in the morning. The last such closure, nine years ago, took ten days longer than planned.
        """;

    /// <summary>An event that two sites report, one of them twice.</summary>
    public static readonly string Ferry = Page("Island ferry Solveig runs aground near Skarholm", "Skarholm Gazette", "2026-06-02T07:10:00Z", FerryBody);

    /// <summary>The same text on a site that took it over.</summary>
    public static readonly string FerryTaken = Page("Ferry Solveig runs aground near Skarholm", "Coast Wire", "2026-06-02T09:40:00Z", FerryBody + "<p>This report appeared in the Skarholm Gazette before.</p>");

    /// <summary>Another newsroom's own words on the event.</summary>
    public static readonly string FerryElsewhere = Page("Solveig grounding: Skarholm ferry passengers taken off by pilot boats", "Island Post", "2026-06-02T13:05:00Z", """
        <p>Passengers of the ferry Solveig, which ran aground near Skarholm, were ashore before noon. Pilot boats carried them from the reef to the old quay, where the
        island council served soup.</p>
        <p>Captain Ingrid Halvorsen told the Island Post that the ferry's rudder had not answered on the turn into the Skarholm channel. Divers found no hole in the hull.</p>
        <p>Nobody has said yet when the Solveig will sail again. The Skarholm ferry office hands out vouchers for the hydrofoil.</p>
        """);

    /// <summary>The first report as it read in the evening: another headline, and half of the text gone.</summary>
    public static readonly string FerryEdited = Page("Ferry company denies fault after Solveig grounding", "Skarholm Gazette", "2026-06-02T07:10:00Z", """
        <p>The island ferry Solveig ran aground on the reef off Skarholm early on Tuesday with 143 passengers on board. Nobody was hurt, the coast guard said.</p>
        <p>The company says that its crew followed every rule and that the buoys of the channel were dark.</p>
        """);

    public static readonly string Arabic = Page("افتتاح ميناء جديد في شمال البلاد", "الساحل", "2026-06-03T08:00:00Z", """
        <p>افتتحت الحكومة يوم الأربعاء ميناء جديدا في شمال البلاد بعد أربع سنوات من البناء، وقال الوزير إن السفن الكبيرة تستطيع الآن أن ترسو فيه.</p>
        <p>وأضاف الوزير أن الميناء سيوفر ألف وظيفة لسكان المدينة وأن العمل في الرصيف الثاني سيبدأ في الخريف.</p>
        """, "ar");

    public static readonly string Chinese = Page("新港口在北部启用", "海岸日报", "2026-06-03T09:00:00Z", """
        <p>政府星期三在该国北部启用了一个新港口。该港口历时四年建成，大型船舶现在可以在那里停靠，部长在开幕式上说。</p>
        <p>部长还表示，该港口将为该市居民提供一千个工作岗位，第二码头的工程将于秋天开始。</p>
        """, "zh");

    public static readonly string LongWord = Page("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesänderungsverordnungsentwurf vorgestellt", "Amtsblatt", "2026-06-04T10:00:00Z", """
        <p>Das Ministerium hat am Donnerstag den Entwurf der Verordnung vorgestellt, deren Name in keine Überschrift passt. Die Länder haben bis zum Herbst Zeit, sich zu äußern.</p>
        <p>Ein Sprecher sagte, man arbeite an einer Abkürzung. Die Opposition hält den Entwurf für überflüssig und will ihn im Ausschuss aufhalten.</p>
        """, "de");

    public static readonly string Balloon = Page("Restored balloon rises over Kornberg at dawn", "Mill Echo", "2026-06-05T06:00:00Z", """
        <p>Several hundred people stood in the meadow below Kornberg on Friday when a hot-air balloon sewn in 1961 left the ground for the first time in three decades.</p>
        <p>Its owner, the retired baker Petra Amsel, had found the envelope in a loft and mended it with two friends over four winters, panel by panel.</p>
        """);

    public static readonly string Airship = Page("Airship hangar in Delmow gets a second life as a theatre", "Mill Echo", "2026-06-06T06:00:00Z", """
        <p>The hangar in Delmow from which no airship has risen since the war will become a stage for nine hundred spectators, the county decided on Saturday.</p>
        <p>Architects from Lund want to keep the sliding doors, each of which weighs sixty tonnes, and open them behind the actors on summer nights.</p>
        """);

    public static readonly string Glider = Page("Glider pilot lands on the motorway and phones her club", "Mill Echo", "2026-06-07T06:00:00Z", """
        <p>A seventeen-year-old glider pilot who lost the thermal over the Bruck interchange put her aircraft down between two lorries on Sunday and was unhurt.</p>
        <p>Police closed three lanes for an hour. The club in Rosenau sent a trailer, eleven members and a cake.</p>
        """);

    public static readonly string Gyrocopter = Page("Gyrocopter counts moose for the forestry office", "Mill Echo", "2026-06-08T06:00:00Z", """
        <p>The forestry office of Tarnsk has stopped walking its transects: since Monday a gyrocopter with a thermal camera counts the moose from two hundred metres.</p>
        <p>Hunters doubt the numbers. The office answers that the camera saw every one of the nineteen cows with collars.</p>
        """);

    public static readonly string Autogiro = Page("Autogiro from a museum crosses the strait after ninety years", "Tarnsk Blatt", "2026-06-09T06:00:00Z", """
        <p>With an engine rebuilt from drawings, an autogiro that had hung under the ceiling of the Orrenburg museum flew across the strait on Tuesday in fifty-one minutes.</p>
        <p>Its pilot, a dentist, said that the compass had disagreed with the coast twice and that she had believed the coast.</p>
        """);

    private const string FerryBody = """
        <p>The island ferry Solveig ran aground on the reef off Skarholm early on Tuesday with 143 passengers on board. Nobody was hurt, the coast guard said.</p>
        <p>Pilot boats took the passengers off while the tide fell. Captain Ingrid Halvorsen said that the rudder had not answered when the ferry turned into the channel,
        and that the crew had dropped both anchors within a minute.</p>
        <p>The company had been told twice since January to replace the steering pump. An inspector who asked not to be named said that the part lay in a shed on the quay,
        still in its crate, because nobody had signed for the work.</p>
        <p>A tug from the mainland will try to pull the Solveig free with the evening tide. Until then the hydrofoil carries passengers, but no cars.</p>
        """;

    private static string Page(string title, string site, string published, string body, string language = "en") => $"""
        <!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
        <meta property="og:site_name" content="{site}"><meta property="article:published_time" content="{published}"></head>
        <body><article><h1>{title}</h1>
        {body}
        </article></body></html>
        """;
}
