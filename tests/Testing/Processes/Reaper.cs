using System.Diagnostics;

namespace Dateline.Testing;

/// <summary>
/// Ends what the tests started when the test process dies without disposing of it, kill -9 included: a shell in its own
/// session waits at the end of a pipe, which the kernel closes together with the test process.
/// </summary>
internal static class Reaper
{
    // Lines: "+ PID", "- PID", "folder PATH", "container ID". The session's group is killed, because a broker has children.
    private const string Script = """
        pids=; folders=; containers=
        while read -r verb what; do
          case $verb in
            +) pids="$pids $what" ;;
            -) next=; for pid in $pids; do [ "$pid" = "$what" ] || next="$next $pid"; done; pids=$next ;;
            folder) folders="$folders $what" ;;
            container) containers="$containers $what" ;;
          esac
        done
        for pid in $pids; do kill -9 "-$pid" 2>/dev/null || kill -9 "$pid" 2>/dev/null; done
        [ -z "$containers" ] || docker rm --force --volumes $containers >/dev/null 2>&1
        sleep 1
        for folder in $folders; do rm -rf -- "$folder"; done
        """;

    private static readonly Lock Gate = new();
    private static Process? _shell;

    public static void Add(int processId) => Tell($"+ {processId}");

    public static void Remove(int processId) => Tell($"- {processId}");

    public static void AddFolder(string path) => Tell($"folder {path}");

    public static void AddContainer(string id) => Tell($"container {id}");

    private static void Tell(string line)
    {
        lock (Gate)
        {
            _shell ??= Start();
            _shell.StandardInput.WriteLine(line);
            _shell.StandardInput.Flush();
        }
    }

    private static Process Start() => Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", Script])
    {
        RedirectStandardInput = true,
    })!;
}
