namespace Dateline.Pipeline.Tests.Chaos;

/// <summary>What is broken, and in which order: every kind once, then at random, the same for the same seed.</summary>
internal sealed class ChaosPlan(int seed)
{
    private readonly Random _random = new(seed);

    private readonly Queue<Blow> _first = new([Blow.KillService, Blow.KillBroker, Blow.PurgeQueue, Blow.KillService, Blow.KillDatabase, Blow.DeliverTwice, Blow.KillService]);

    public Blow Next() => _first.TryDequeue(out var blow) ? blow : _random.Next(10) switch
    {
        < 6 => Blow.KillService,
        6 => Blow.KillBroker,
        7 => Blow.KillDatabase,
        8 => Blow.PurgeQueue,
        _ => Blow.DeliverTwice,
    };

    public string Pick(IReadOnlyCollection<string> names) => names.ElementAt(_random.Next(names.Count));
}
