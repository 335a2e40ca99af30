namespace Dateline.Testing;

/// <summary>A private PostgreSQL cluster in a temporary folder. It refuses to run as root, so root hands it to another user.</summary>
internal sealed class NativePostgres(string user) : IBackendNode
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(30);

    private readonly ScratchFolder _folder = new("postgres");
    private Daemon? _server;

    public BackendKind Kind => BackendKind.Native;

    public int Port { get; } = FreePort.Next();

    private string Data => _folder.Combine("data");

    private string Log => _folder.Combine("server.log");

    public async Task StartAsync()
    {
        if (!Directory.Exists(Data))
            await CreateAsync();
        _server = Daemon.Start(Log, [.. await AsUserAsync(), Program("postgres"), "-D", Data], new Dictionary<string, string> { ["LANG"] = "C.UTF-8" });
    }

    /// <summary>SIGINT: a fast shutdown, which ends sessions instead of waiting for them.</summary>
    public Task StopAsync() => _server?.StopAsync(Signal.Interrupt, StopDeadline) ?? Task.CompletedTask;

    public Task KillAsync() => _server?.KillAsync() ?? Task.CompletedTask;

    public Task PauseAsync()
    {
        _server?.Pause();
        return Task.CompletedTask;
    }

    public Task ResumeAsync()
    {
        _server?.Resume();
        return Task.CompletedTask;
    }

    public Task<string> RunAsync(string tool, params string[] arguments) => Tool.RunAsync(Program(tool), arguments);

    public Task<string> LogAsync() => Task.FromResult(File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(30)) : "no log");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }

    private async Task CreateAsync()
    {
        string[] asUser = await AsUserAsync();
        if (asUser.Length > 0)
            await Tool.RunAsync("chown", [await OtherUserAsync(), _folder.Path]);
        string[] command = [.. asUser, Program("initdb"), "-D", Data, "-U", user, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
        await Tool.RunAsync(command[0], command[1..]);
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"""

            port = {Port}
            listen_addresses = '127.0.0.1'
            unix_socket_directories = '{_folder.Path}'
            max_connections = 400

            """);
    }

    private static async Task<string[]> AsUserAsync()
    {
        if (!Environment.IsPrivilegedProcess)
            return [];
        var other = await OtherUserAsync();
        return ["setpriv", $"--reuid={other}", $"--regid={(await Tool.RunAsync("id", ["-g", other])).Trim()}", "--clear-groups"];
    }

    private static async Task<string> OtherUserAsync() =>
        (await File.ReadAllLinesAsync("/etc/passwd")).Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static string Program(string name) =>
        Tool.Find(Folders().Select(folder => Path.Combine(folder, name)).Append(name)) ?? throw new InvalidOperationException(
            $"No Docker engine with the image answers, and {name} is not installed. Install it (Debian: apt-get install postgresql-15) or start Docker.");

    // Debian keeps the server's programs out of the search path, one folder for each major version: the newest counts.
    private static IEnumerable<string> Folders() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var major) ? major : 0)
            .Select(path => Path.Combine(path, "bin"))
        : [];
}
