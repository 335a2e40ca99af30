using Dateline.Testing;

// One server for all tests: each test has a database of its own.
[assembly: AssemblyFixture(typeof(PostgresFixture))]

