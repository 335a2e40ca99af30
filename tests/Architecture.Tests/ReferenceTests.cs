using Dateline.Testing;

namespace Dateline.Architecture.Tests;

/// <summary>Who may refer to whom. The arrows of the design: shared to shared, a service to shared, the host to all.</summary>
public sealed class ReferenceTests
{
    private const string Host = "services/Host/Host.csproj";
    private const string Training = "services/Training/Training.csproj";

    // Training runs at development time only and fits the models of these two with their own tokenisers and features:
    // a copy of that code would drift, and a model fed with other features than it was fitted on is silently wrong.
    private static readonly string[] TrainedServices = ["services/Enricher/Enricher.csproj", "services/Parser/Parser.csproj"];

    [Fact]
    public void Shared_projects_refer_to_shared_projects_only() =>
        Wrong(project => project.Area == "shared", reference => InShared(reference)).ShouldBeEmpty();

    [Fact]
    public void A_service_refers_to_shared_projects_only() =>
        Wrong(project => project.Area == "services" && project.Path is not (Host or Training), InShared).ShouldBeEmpty();

    [Fact]
    public void The_host_refers_to_services_and_shared_projects() =>
        Wrong(project => project.Path == Host, reference => InShared(reference) || InServices(reference)).ShouldBeEmpty();

    [Fact]
    public void Training_refers_to_the_services_it_trains_and_to_shared_projects() =>
        Wrong(project => project.Path == Training, reference => InShared(reference) || TrainedServices.Contains(reference)).ShouldBeEmpty();

    [Fact]
    public void Nothing_shipped_refers_to_the_host_or_to_training() =>
        Wrong(project => project.Area != "tests", reference => reference is not (Host or Training)).ShouldBeEmpty();

    [Fact]
    public void Nothing_shipped_refers_to_tests() =>
        Wrong(project => project.Area != "tests", reference => !reference.StartsWith("tests/")).ShouldBeEmpty();

    [Fact]
    public void No_project_reaches_out_of_the_tree() =>
        ProjectFile.All.SelectMany(project => project.Paths.Where(path => path.StartsWith("..")).Select(path => $"{project.Path} names {path}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_reference_leads_to_a_project() =>
        ProjectFile.All.SelectMany(project => project.References).Except(ProjectFile.All.Select(project => project.Path)).ShouldBeEmpty();

    [Fact]
    public void Contracts_depends_on_nothing()
    {
        var contracts = ProjectFile.All.Single(project => project.Path == "shared/Contracts/Contracts.csproj");

        contracts.References.ShouldBeEmpty();
        contracts.Packages.ShouldBeEmpty();
        contracts.Frameworks.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_belongs_to_the_solution()
    {
        var solution = File.ReadAllText(SolutionRoot.Combine("Platform.sln")).Replace('\\', '/');

        ProjectFile.All.Select(project => project.Path).Where(path => !solution.Contains($"\"{path}\"")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Wrong(Func<ProjectFile, bool> which, Func<string, bool> allowed)
    {
        var projects = ProjectFile.All.Where(which).ToList();
        projects.ShouldNotBeEmpty();
        return projects.SelectMany(project => project.References.Where(reference => !allowed(reference))
            .Select(reference => $"{project.Path} refers to {reference}"));
    }

    private static bool InShared(string reference) => reference.StartsWith("shared/");

    private static bool InServices(string reference) => reference.StartsWith("services/") && reference != Training;
}
