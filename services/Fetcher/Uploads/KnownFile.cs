namespace Dateline.Fetcher.Uploads;

/// <summary>A file that somebody has and would upload, if it was not accepted before.</summary>
/// <param name="Name">As it would be sent.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal digits.</param>
public sealed record KnownFile(string Name, string Sha256);
