using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Dateline.Testing;

/// <summary>
/// The built executable as a process of its own, the way an operator runs it: arguments, environment, output, signals.
/// It dies with the test process.
/// </summary>
public sealed class DatelineProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;
    private readonly Task _drained;

    private DatelineProcess(Process process)
    {
        _process = process;
        Reaper.Add(process.Id);
        _drained = Task.WhenAll(KeepAsync(process.StandardOutput, _output), KeepAsync(process.StandardError, null));
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Lines of both streams, in the order they were read.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Lines of standard output alone.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>The executable of the build the running test belongs to, debug or release.</summary>
    public static string Executable
    {
        get
        {
            var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            var path = SolutionRoot.Combine("artifacts", "bin", "Host", configuration, "dateline.dll");
            return File.Exists(path) ? path : throw new InvalidOperationException(
                $"{path} is missing: build services/Host first (dotnet build services/Host).");
        }
    }

    /// <param name="environment">Names with a colon are written the way the environment wants them: <c>A:B</c> becomes <c>A__B</c>.</param>
    /// <param name="input">What it reads on standard input; without it the input is empty.</param>
    public static DatelineProcess Start(
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string>>? environment = null,
        string? workingFolder = null,
        string? input = null)
    {
        // Its own session, so that a Ctrl-C at the test runner reaches the test alone; setsid replaces itself by exec.
        var start = new ProcessStartInfo("setsid", ["dotnet", Executable, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;

        var process = Process.Start(start)!;
        _ = FeedAsync(process, input);
        return new DatelineProcess(process);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<DatelineProcess> RunAsync(
        IEnumerable<string> arguments,
        TimeSpan deadline,
        IEnumerable<KeyValuePair<string, string>>? environment = null,
        string? workingFolder = null,
        string? input = null)
    {
        var process = Start(arguments, environment, workingFolder, input);
        await process.WaitForExitAsync(deadline);
        return process;
    }

    /// <summary>The first line, of either stream, that satisfies the condition.</summary>
    public async Task<string> WaitForLineAsync(Func<string, bool> condition, TimeSpan deadline)
    {
        string? found = null;
        await UntilAsync(() => Task.FromResult((found = _lines.FirstOrDefault(condition)) is not null), deadline);
        return found!;
    }

    /// <summary>Waits until a GET of the address answers 200.</summary>
    public Task WaitUntilHealthyAsync(string url, TimeSpan deadline) => UntilAsync(() => AnswersOkAsync(url), deadline);

    public void Send(Signal signal) => ProcessTree.Send(Id, signal);

    /// <summary>SIGTERM, then wait. Still running at the deadline is an exception: a stop must be bounded.</summary>
    public async Task StopAsync(TimeSpan deadline)
    {
        Send(Signal.Terminate);
        await WaitForExitAsync(deadline);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        ProcessTree.SendToAll(Id, Signal.Kill);
        await ExitedAsync();
    }

    public async Task WaitForExitAsync(TimeSpan deadline)
    {
        try
        {
            await ExitedAsync().WaitAsync(deadline);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Still running after {deadline.TotalSeconds:0.#} s.\n{Tail()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task UntilAsync(Func<Task<bool>> condition, TimeSpan deadline)
    {
        await Eventually.TrueAsync(async () => _process.HasExited || await condition(), deadline, Tail);
        if (!_process.HasExited)
            return;
        await _drained;
        if (!await condition())
            throw new InvalidOperationException($"The process has ended without it: {Tail()}");
    }

    private static async Task<bool> AnswersOkAsync(string url)
    {
        try
        {
            using var response = await Http.GetAsync(url);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private string Tail() =>
        $"{(_process.HasExited ? $"ended with {_process.ExitCode}" : "running")}\n{string.Join('\n', _lines.TakeLast(60))}";

    private async Task ExitedAsync()
    {
        await _process.WaitForExitAsync();
        await _drained;
        Reaper.Remove(Id);
    }

    private async Task KeepAsync(StreamReader reader, ConcurrentQueue<string>? also)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
            also?.Enqueue(line);
        }
    }

    private static async Task FeedAsync(Process process, string? input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of it.
        }
    }
}
