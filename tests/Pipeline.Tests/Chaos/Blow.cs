namespace Dateline.Pipeline.Tests.Chaos;

/// <summary>Ways to hurt the line.</summary>
internal enum Blow
{
    KillService,
    KillBroker,
    KillDatabase,
    PurgeQueue,
    DeliverTwice,
}
