using System.Collections.Frozen;

namespace Dateline.Storage.Articles;

/// <summary>
/// The query parameters that say how a reader came, not what is shown. Only what is known for certain is here: any other
/// parameter may be the article's number.
/// </summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes = ["utm_", "pk_", "mtm_", "matomo_", "at_medium", "at_campaign", "at_custom", "hsa_", "oly_"];

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id",
        "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp", "hsctatracking", "vero_id", "vero_conv",
        "ocid", "ito", "xtor", "cmpid", "icid", "ns_mchannel", "ns_campaign", "ns_source", "wt_mc", "wt.mc_id", "s_cid", "ncid", "sr_share",
        "_ga", "_gl", "ref_src", "ref_url", "smid", "srnd", "spm", "trk", "at_link_id", "at_ptr_name", "at_format",
    ], StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) =>
        Names.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
