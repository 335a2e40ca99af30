using Dateline.Testing;

// One broker for all tests: each test has a virtual host of its own.
[assembly: AssemblyFixture(typeof(RabbitMqFixture))]

// Time limits of the transport are process-wide: tests that hold it up must not meet.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
