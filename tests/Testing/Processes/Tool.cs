using System.Diagnostics;

namespace Dateline.Testing;

/// <summary>Runs a program to its end and returns what it printed. It dies with the test process.</summary>
public static class Tool
{
    /// <summary>Standard output; an exit code other than 0 is an exception that carries both streams.</summary>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("setsid", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        Reaper.Add(process.Id);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Reaper.Remove(process.Id);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException(
                $"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {await error}{await output}");
    }

    /// <summary>The first of the candidates that is there; names without a folder are looked up in the search path.</summary>
    public static string? Find(params IEnumerable<string> candidates) => candidates
        .SelectMany(candidate => candidate.Contains('/')
            ? [candidate]
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, candidate)))
        .FirstOrDefault(File.Exists);
}
