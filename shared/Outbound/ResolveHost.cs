using System.Net;

namespace Dateline.Outbound;

/// <summary>Turns a host name into addresses: the system's resolver, or a test's that changes its mind.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);
