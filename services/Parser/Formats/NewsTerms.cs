using System.Xml.Linq;
using Dateline.Contracts;
using Dateline.Parser.Metadata;

namespace Dateline.Parser.Formats;

/// <summary>Agencies put their conditions into a sentence where pages name a licence; an address says more than either.</summary>
internal static class NewsTerms
{
    /// <summary>Conditions in use have one or two sentences; a contract is to be looked up at the agency.</summary>
    private const int MaxLength = 500;

    /// <param name="usage">NewsML's usageTerms, or NITF's rights.</param>
    public static UsageTerms? Of(XElement? usage)
    {
        var license = Addresses.Absolute(NewsElements.Attribute(usage, "uri") ?? NewsElements.Attribute(usage, "href"), null) ?? NewsElements.Text(usage);
        return license is null ? null : new UsageTerms { License = license.Length <= MaxLength ? license : license[..MaxLength] };
    }
}
