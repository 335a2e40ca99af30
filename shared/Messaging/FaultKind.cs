namespace Dateline.Messaging;

/// <summary>What an exception says about trying again.</summary>
public enum FaultKind
{
    /// <summary>The surroundings cannot serve anybody: wait, however long, and burn no retries.</summary>
    Outage,

    /// <summary>This message will fail every time: put it aside at once.</summary>
    Data,

    /// <summary>Nobody knows: a few quick tries, then put it aside.</summary>
    Unclear,
}
