namespace Dateline.Dashboard.Clients;

/// <summary>The services whose REST the pages are made of.</summary>
public enum Service
{
    Fetcher,
    Storage,
}
