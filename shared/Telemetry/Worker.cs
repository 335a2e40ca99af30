namespace Dateline.Telemetry;

/// <summary>Names this process in journeys and in traces.</summary>
public static class Worker
{
    public static readonly string Name = $"{Environment.MachineName}/{Environment.ProcessId}";
}
