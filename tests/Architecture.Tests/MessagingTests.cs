using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dateline.Architecture.Tests;

/// <summary>The transport is configured in one place, so that every service gets the same retries, names and limits.</summary>
public sealed class MessagingTests
{
    private static readonly string[] Transports = ["UsingRabbitMq", "UsingInMemory"];

    private static readonly IReadOnlyList<SourceFile> Messaging =
        [.. SourceFile.Product.Where(file => file.Path.StartsWith("shared/Messaging/"))];

    [Fact]
    public void Only_the_messaging_project_chooses_a_transport() =>
        SourceFile.Product.Except(Messaging).Where(file => file.Calls.Intersect(Transports).Any()).Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Both_transports_are_configured() =>
        Transports.Except(Messaging.SelectMany(file => file.Calls)).ShouldBeEmpty();

    [Fact]
    public void The_usage_telemetry_of_the_bus_is_off() =>
        Messaging.SelectMany(file => file.Calls).ShouldContain("DisableUsageTelemetry");
}
