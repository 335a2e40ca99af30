namespace Dateline.Enricher.Places;

/// <summary>A place of the gazetteer.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
internal sealed record KnownPlace(string Name, string Country, double Latitude, double Longitude);
