namespace Dateline.Testing;

/// <summary>The two ways a broker or a database can be had for a test.</summary>
public enum BackendKind
{
    /// <summary>A container of the image a deployment would use.</summary>
    Docker,

    /// <summary>A private node of the program installed on this machine.</summary>
    Native,
}
