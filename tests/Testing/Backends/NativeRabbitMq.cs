namespace Dateline.Testing;

/// <summary>A private RabbitMQ node: everything it reads and writes is in one temporary folder, every port is its own.</summary>
internal sealed class NativeRabbitMq : IBackendNode
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(30);

    private readonly ScratchFolder _folder = new("rabbitmq");
    private readonly Dictionary<string, string> _environment;
    private readonly int _mapperPort = FreePort.Next();
    private Daemon? _mapper;
    private Daemon? _server;

    public NativeRabbitMq(string user, string password)
    {
        File.WriteAllText(_folder.Combine("rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{Port}
            default_user = {user}
            default_pass = {password}
            log.console = true
            log.file = false
            disk_free_limit.absolute = 100MB

            """);
        File.WriteAllText(_folder.Combine("plugins"), "[].");
        File.WriteAllText(_folder.Combine("environment.conf"), "");
        _environment = new Dictionary<string, string>
        {
            ["HOME"] = _folder.Path,
            ["LANG"] = "C.UTF-8",
            ["RABBITMQ_NODENAME"] = $"dateline{Port}@localhost",
            ["RABBITMQ_DIST_PORT"] = $"{FreePort.Next()}",
            ["ERL_EPMD_PORT"] = $"{_mapperPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["ERL_FLAGS"] = "-start_epmd false",
            ["RABBITMQ_CONF_ENV_FILE"] = _folder.Combine("environment.conf"),
            ["RABBITMQ_CONFIG_FILE"] = _folder.Combine("rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = _folder.Combine("plugins"),
            ["RABBITMQ_MNESIA_BASE"] = _folder.Combine("mnesia"),
            ["RABBITMQ_LOG_BASE"] = _folder.Combine("log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_PID_FILE"] = _folder.Combine("server.pid"),
            ["RABBITMQ_GENERATED_CONFIG_DIR"] = _folder.Combine("generated"),
        };
    }

    public BackendKind Kind => BackendKind.Native;

    public int Port { get; } = FreePort.Next();

    private string Log => _folder.Combine("server.log");

    public async Task StartAsync()
    {
        // Erlang's port mapper first, in the foreground: a node that finds none starts one that outlives it.
        if (_mapper is not { IsRunning: true })
        {
            _mapper = Daemon.Start(_folder.Combine("epmd.log"), [Program("epmd"), "-address", "127.0.0.1", "-port", $"{_mapperPort}"]);
            await Eventually.TrueAsync(() => Listening.AtAsync(_mapperPort), TimeSpan.FromSeconds(10), () => "epmd does not listen");
        }

        _server = Daemon.Start(Log, [Program("rabbitmq-server")], _environment);
    }

    public Task StopAsync() => _server?.StopAsync(Signal.Terminate, StopDeadline) ?? Task.CompletedTask;

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

    public Task<string> RunAsync(string tool, params string[] arguments) => Tool.RunAsync(Program(tool), arguments, _environment);

    public Task<string> LogAsync() => Task.FromResult(File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(30)) : "no log");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (_mapper is not null)
            await _mapper.KillAsync();
        _folder.Dispose();
    }

    // Debian's /usr/sbin/rabbitmq-server is a wrapper that changes the user and the log: the script itself is wanted.
    private static string Program(string name) =>
        Tool.Find($"/usr/lib/rabbitmq/bin/{name}", name, $"/usr/sbin/{name}", $"/usr/local/sbin/{name}") ?? throw new InvalidOperationException(
            $"No Docker engine with the image answers, and {name} is not installed. Install it (Debian: apt-get install rabbitmq-server) or start Docker.");
}
