using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Dashboard.Access;

/// <summary>The keys that cookies and forms are sealed with: kept in the data folder, so that a restart signs nobody out.</summary>
internal static class CookieKeys
{
    public static void AddCookieKeys(this IServiceCollection services, string folder)
    {
        var protection = services.AddDataProtection().SetApplicationName("dateline");
        if (TryCreate(folder) is { } kept)
            protection.PersistKeysToFileSystem(kept);
        else
            protection.UseEphemeralDataProtectionProvider();

        // It warns that the keys are not encrypted at rest. They lie beside the data they give access to, readable by the owner alone.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }

    /// <summary>Null where nothing can be written, as in a container without a volume.</summary>
    private static DirectoryInfo? TryCreate(string folder)
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(folder)
                : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
