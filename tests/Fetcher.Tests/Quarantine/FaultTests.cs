using Dateline.Contracts;
using Dateline.Fetcher.Quarantine;
using MassTransit.Events;

namespace Dateline.Fetcher.Tests.Quarantine;

public sealed class FaultTests
{
    [Fact]
    public void Faults_with_one_cause_have_one_fingerprint_whatever_their_messages_say() =>
        From(Stage.Parse, "Line 3 is broken", 12).Fingerprint.ShouldBe(From(Stage.Parse, "Line 4 is broken", 15).Fingerprint);

    [Fact]
    public void The_same_fault_of_another_stage_is_another_fault() =>
        From(Stage.Parse, "broken", 1).Fingerprint.ShouldNotBe(From(Stage.Store, "broken", 1).Fingerprint);

    [Fact]
    public void Its_place_is_the_topmost_frame_of_our_own() =>
        From(Stage.Parse, "broken", 1).Place.ShouldBe("Dateline.Parser.Reader.Read");

    private static Fault From(Stage stage, string message, int line) => Fault.From(stage,
    [
        new FaultExceptionInfo
        {
            ExceptionType = "System.FormatException",
            Message = message,
            StackTrace = $"   at System.Number.Parse(String text)\n   at Dateline.Parser.Reader.Read(String text) in Reader.cs:line {line}",
        },
    ]);
}
