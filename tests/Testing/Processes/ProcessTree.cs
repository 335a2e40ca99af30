using System.Globalization;
using System.Runtime.InteropServices;

namespace Dateline.Testing;

/// <summary>Signals to a process and everything it started, by process id, as Linux's <c>/proc</c> knows them.</summary>
public static partial class ProcessTree
{
    /// <summary>Sends a signal to one process. False when it is already gone.</summary>
    public static bool Send(int processId, Signal signal) => SendSignal(processId, (int)signal) == 0;

    /// <summary>Sends a signal to a process and all its descendants, the parent first.</summary>
    public static void SendToAll(int processId, Signal signal)
    {
        foreach (var id in (int[])[processId, .. Descendants(processId)])
            Send(id, signal);
    }

    /// <summary>True until the process is gone or a zombie.</summary>
    public static bool IsAlive(int processId) => Read(processId) is { State: not ('Z' or 'X') };

    /// <summary>Children, their children and so on, at this moment.</summary>
    public static IReadOnlyList<int> Descendants(int processId)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Status: Read(id)))
            .Where(entry => entry.Status is not null)
            .ToLookup(entry => entry.Status!.Value.Parent, entry => entry.Id);

        List<int> found = [.. children[processId]];
        for (var i = 0; i < found.Count; i++)
            found.AddRange(children[found[i]]);
        return found;
    }

    private static (char State, int Parent)? Read(int processId)
    {
        try
        {
            // The command name stands in brackets and may hold spaces: what follows the last bracket is regular.
            var line = File.ReadAllText($"/proc/{processId}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);
}
