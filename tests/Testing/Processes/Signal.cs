namespace Dateline.Testing;

/// <summary>The POSIX signals the tests send, by their Linux numbers.</summary>
public enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
