using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Containers;

namespace Dateline.Testing;

/// <summary>A server in a container that Testcontainers made. It is published on a fixed port, which a restart keeps.</summary>
internal sealed class ContainerNode(IContainer container, int port) : IBackendNode
{
    private readonly DockerClient _engine = BackendChoice.Connect();
    private bool _made;

    public BackendKind Kind => BackendKind.Docker;

    public int Port => port;

    public async Task StartAsync()
    {
        if (_made)
        {
            await _engine.Containers.StartContainerAsync(container.Id, new ContainerStartParameters());
            return;
        }

        await container.StartAsync();
        _made = true;
        Reaper.AddContainer(container.Id);
    }

    public Task StopAsync() =>
        _engine.Containers.StopContainerAsync(container.Id, new ContainerStopParameters { WaitBeforeKillSeconds = 30 });

    public Task KillAsync() =>
        _engine.Containers.KillContainerAsync(container.Id, new ContainerKillParameters { Signal = "SIGKILL" });

    public Task PauseAsync() => _engine.Containers.PauseContainerAsync(container.Id);

    public Task ResumeAsync() => _engine.Containers.UnpauseContainerAsync(container.Id);

    public async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var result = await container.ExecAsync([tool, .. arguments]);
        return result.ExitCode == 0
            ? result.Stdout
            : throw new InvalidOperationException($"{tool} {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Stderr}{result.Stdout}");
    }

    public async Task<string> LogAsync()
    {
        var (output, error) = await container.GetLogsAsync();
        var lines = (output + error).Split('\n');
        return string.Join('\n', lines.TakeLast(30));
    }

    public async ValueTask DisposeAsync()
    {
        await container.DisposeAsync();
        _engine.Dispose();
    }
}
