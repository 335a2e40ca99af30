using System.Diagnostics;

namespace Dateline.Testing;

/// <summary>
/// A server process in its own session (a Ctrl-C at the test runner does not reach it) whose output goes to a file.
/// It dies with the test process.
/// </summary>
internal sealed class Daemon
{
    private readonly Process _process;

    private Daemon(Process process) => _process = process;

    public int Id => _process.Id;

    public bool IsRunning => !_process.HasExited;

    public static Daemon Start(string log, IEnumerable<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        // setsid and sh replace themselves by exec: the id is the server's own.
        var start = new ProcessStartInfo("setsid", ["sh", "-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "daemon", log, .. command]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        Reaper.Add(process.Id);
        return new Daemon(process);
    }

    public void Pause() => ProcessTree.SendToAll(Id, Signal.Stop);

    public void Resume() => ProcessTree.SendToAll(Id, Signal.Continue);

    /// <summary>kill -9 for the server and everything it started.</summary>
    public async Task KillAsync()
    {
        ProcessTree.SendToAll(Id, Signal.Kill);
        await ExitedAsync();
    }

    /// <summary>Asks it to end, and kills it when it does not within the deadline.</summary>
    public async Task StopAsync(Signal signal, TimeSpan deadline)
    {
        ProcessTree.SendToAll(Id, Signal.Continue);
        ProcessTree.Send(Id, signal);
        try
        {
            await ExitedAsync().WaitAsync(deadline);
        }
        catch (TimeoutException)
        {
            await KillAsync();
        }
    }

    private async Task ExitedAsync()
    {
        await _process.WaitForExitAsync();
        Reaper.Remove(Id);
    }
}
