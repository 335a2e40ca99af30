namespace Dateline.Testing;

/// <summary>One broker or database server that a test can start, stop, kill and pause. Port and data outlive a restart.</summary>
internal interface IBackendNode : IAsyncDisposable
{
    BackendKind Kind { get; }

    int Port { get; }

    /// <summary>Returns when the process runs; whether it answers yet is for the caller to ask.</summary>
    Task StartAsync();

    Task StopAsync();

    /// <summary>kill -9.</summary>
    Task KillAsync();

    /// <summary>Every process of it hangs, and its connections stay open.</summary>
    Task PauseAsync();

    Task ResumeAsync();

    /// <summary>Runs one of the server's own tools beside it and returns what it printed.</summary>
    Task<string> RunAsync(string tool, params string[] arguments);

    /// <summary>The last lines of its log, for the message of a failure.</summary>
    Task<string> LogAsync();
}
