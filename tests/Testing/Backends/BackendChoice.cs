using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;

namespace Dateline.Testing;

/// <summary>
/// Decides between a container and a native server: a container when an engine answers and the image can be had, else
/// native. <c>DATELINE_TEST_BACKENDS=docker|native</c> forces one way.
/// </summary>
internal static class BackendChoice
{
    private static readonly TimeSpan EngineDeadline = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PullDeadline = TimeSpan.FromMinutes(5);

    public static async Task<BackendKind> ForAsync(string image)
    {
        // Testcontainers' own clean-up is a privileged container of one more image: the reaper here does it as well.
        TestcontainersSettings.ResourceReaperEnabled = Tool.Find("docker") is null;
        var wish = Environment.GetEnvironmentVariable("DATELINE_TEST_BACKENDS");
        return wish?.ToLowerInvariant() switch
        {
            "docker" => BackendKind.Docker,
            "native" => BackendKind.Native,
            null or "" => await HasImageAsync(image) ? BackendKind.Docker : BackendKind.Native,
            _ => throw new InvalidOperationException($"DATELINE_TEST_BACKENDS is '{wish}': say docker, native or nothing."),
        };
    }

    public static DockerClient Connect() => TestcontainersSettings.OS.DockerEndpointAuthConfig is { } endpoint
        ? endpoint.GetDockerClientBuilder(Guid.Empty).Build()
        : throw new InvalidOperationException("no Docker engine answers");

    private static async Task<bool> HasImageAsync(string image)
    {
        try
        {
            using var client = Connect();
            using var patience = new CancellationTokenSource(EngineDeadline);
            await client.System.PingAsync(patience.Token);
            var local = await client.Images.ListImagesAsync(new ImagesListParameters { All = true }, patience.Token);
            if (local.Any(known => known.RepoTags?.Contains(image) == true))
                return true;

            using var pull = new CancellationTokenSource(PullDeadline);
            await client.Images.CreateImageAsync(
                new ImagesCreateParameters { FromImage = image }, null, new Progress<JSONMessage>(), pull.Token);
            return true;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"No container of {image} ({exception.Message.ReplaceLineEndings(" ")}): using the native server.");
            return false;
        }
    }
}
