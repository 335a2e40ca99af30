namespace Dateline.Host.Commands;

/// <summary>Something only the user can mend; the message says how.</summary>
internal sealed class UserException(string message) : Exception(message);
