using System.CommandLine;

namespace Dateline.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal static class ServerOptions
{
    public static Option<string?> Server() => new("--server")
    {
        Description = "Address of a running Dateline. Default: the one that holds the data folder, else one is started for the command.",
    };

    public static Option<string?> Key() => new("--key")
    {
        Description = "API key for --server. Default: the DATELINE_KEY environment variable.",
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "Data folder of the embedded database. Default: ./data",
    };

    public static Option<string?> Urls() => new("--urls")
    {
        Description = "Addresses to serve at, separated by semicolons. Default: http://localhost:8080",
    };

    /// <summary>What was given on the command line, as configuration.</summary>
    public static Dictionary<string, string?> Settings(string? data, string? urls = null)
    {
        var settings = new Dictionary<string, string?>();
        if (data is not null)
            settings["DataFolder"] = data;
        if (urls is not null)
            settings["Urls"] = urls;
        return settings;
    }
}
