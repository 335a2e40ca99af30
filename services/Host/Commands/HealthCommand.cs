using System.CommandLine;

namespace Dateline.Host.Commands;

/// <summary><c>dateline health URL</c>: for the health checks of containers, whose images hold no other client.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url") { Description = "Address of the service", DefaultValueFactory = _ => "http://localhost:8080" };
        var command = new Command("health", "Exits with 0 when a service is ready") { url };
        command.SetAction((parsed, cancellationToken) => CheckAsync(new Uri(new Uri(parsed.GetValue(url)!), "/health/ready"), cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(Uri ready, CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            using var response = await http.GetAsync(ready, cancellationToken);
            Console.WriteLine(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.IsSuccessStatusCode ? 0 : Failure.SomeFailed;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Console.WriteLine($"{ready} does not answer: {exception.Message}");
            return Failure.SomeFailed;
        }
    }
}
