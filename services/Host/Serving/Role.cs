namespace Dateline.Host.Serving;

/// <summary>The parts of the line that a process can play.</summary>
public enum Role
{
    Fetcher,
    Parser,
    Enricher,
    Storage,

    /// <summary>The web pages; on its own also the gateway that gives users one address.</summary>
    Dashboard,
}
