using System.Diagnostics;

namespace Dateline.Host.Client;

/// <summary>Knows how long a server that once answered may be silent: it is restarted or moved in minutes, and what was sent is known to it afterwards.</summary>
internal sealed class ServerSilence
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Stopwatch sinceAnswer = new();
    private bool said;

    /// <summary>It answered.</summary>
    public void End()
    {
        lock (gate)
        {
            sinceAnswer.Restart();
            said = false;
        }
    }

    /// <summary>False for a server that never answered, as under a wrong address.</summary>
    public bool MayLast()
    {
        lock (gate)
        {
            if (!sinceAnswer.IsRunning || sinceAnswer.Elapsed > AtMost)
                return false;
            if (!said)
                Console.Error.WriteLine($"The server does not answer; waiting for it for {AtMost.TotalMinutes:0} minutes. After that, run the command again: it goes on where it stopped.");
            said = true;
            return true;
        }
    }
}
