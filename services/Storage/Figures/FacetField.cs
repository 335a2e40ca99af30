namespace Dateline.Storage.Figures;

/// <summary>By what matches can be counted.</summary>
public enum FacetField
{
    Source,
    Language,
    Site,
    Author,
    Tag,
    Entity,
    Place,
    Country,
    Topic,
    Keyword,
}
