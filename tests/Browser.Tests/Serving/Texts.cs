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
}
