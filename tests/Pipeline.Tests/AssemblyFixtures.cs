using Dateline.Testing;

// One broker and one database for all tests: each test has a virtual host and a database of its own.
[assembly: AssemblyFixture(typeof(RabbitMqFixture))]
[assembly: AssemblyFixture(typeof(PostgresFixture))]

// Starting a whole line keeps two cores busy; side by side the tests would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
