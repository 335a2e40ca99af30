using Dateline.Host.Client;
using Microsoft.Extensions.Options;

namespace Dateline.Host.Commands;

/// <summary>Tells people on standard error what went wrong and what to do, instead of a stack trace.</summary>
internal static class Failure
{
    /// <summary>For a failure of some items: the command itself worked.</summary>
    public const int SomeFailed = 1;

    /// <summary>For a command that could not do its work at all.</summary>
    public const int Unusable = 2;

    public static async Task<int> ReportAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception exception) when (exception is UserException or ApiException or ArgumentException or OptionsValidationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Unusable;
        }
        catch (HttpRequestException exception)
        {
            await Console.Error.WriteLineAsync($"The server cannot be reached: {exception.Message}");
            return Unusable;
        }
        catch (OperationCanceledException)
        {
            return Unusable;
        }
    }
}
